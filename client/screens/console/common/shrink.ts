/** px of the longer side: more than this a phone never shows */
const LONGEST = 1600
/** bytes up to which a picture that is not too large goes as it is */
const LIGHT = 400 * 1024

/**
 * The picture as phones should load it: not larger than they show, and drawn anew, so that nothing that a camera
 * wrote into it (where it was taken, which way up) goes along. null: it cannot be read as a picture.
 */
export async function shrink(file: File): Promise<Blob | null> {
  const bitmap = await readPicture(file)
  if (!bitmap) return null
  try {
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
    const isPlain = file.type === 'image/png' || file.type === 'image/webp'
    if (isPlain && scale === 1 && file.size <= LIGHT) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return file
    // What is see-through is paper.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const made = await drawn(canvas, 'image/webp')
    // Browsers that cannot write WebP write PNG instead.
    return made?.type === 'image/webp' ? made : ((await drawn(canvas, 'image/jpeg')) ?? file)
  } finally {
    bitmap.close()
  }
}

const drawn = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, 0.85))

async function readPicture(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file)
  } catch (error) {
    // What the browser cannot decode.
    if (error instanceof DOMException) return null
    throw error
  }
}
