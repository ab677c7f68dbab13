/**
 * `node scripts/card.ts`: draws the picture that goes with a link to a public page (og:image) into
 * server/http/pages/card.png, from the icon and the built fonts. Needed only when the look changes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { CARD, ICON } from '../server/app.ts'
import { findBrowser } from './setup/tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const font = readdirSync(`${root}dist/client`).find((name) => /^text-[^e].*\.woff2$/.test(name))
if (font === undefined) throw new Error('The screens are not built: npm run build')
const text = readFileSync(`${root}dist/client/${font}`).toString('base64')

/** The head of a printed programme, in the colours of tokens.css in the light. */
const page = `<!doctype html><style>
  @font-face { font-family: Text; src: url(data:font/woff2;base64,${text}); font-weight: 200 800 }
  body { margin: 0; padding: 88px 96px; background: #fffefb; color: #1a1814; font: 40px/1.35 Text }
  header { display: flex; align-items: center; gap: 40px; padding-bottom: 44px; border-bottom: 10px solid }
  hr { margin: 10px 0 52px; border: 0; border-top: 3px solid #1a1814 }
  svg { width: 176px }
  h1 { margin: 0; font-size: 112px; font-weight: 800; letter-spacing: -0.025em; line-height: 1 }
  p { max-width: 960px; margin: 0; text-wrap: balance }
</style><header>${ICON}<h1>${PUBLIC_WORDS.product}</h1></header><hr><p>${PUBLIC_WORDS.card.said}</p>`

const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
})
const drawn = await browser.newPage({ viewport: { width: CARD.width, height: CARD.height } })
await drawn.setContent(page)
await drawn.evaluate(() => document.fonts.ready.then(() => undefined))
const shot = (await drawn.screenshot()).toString('base64')
const pixels = await drawn.evaluate(async (picture) => {
  const bitmap = await createImageBitmap(
    await (await fetch(`data:image/png;base64,${picture}`)).blob(),
  )
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  return Array.from(context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])
}, shot)
await browser.close()
writeFileSync(`${root}server/http/pages/card.png`, indexedPng(pixels, CARD))

/** A PNG of few colours, a third of the size: near shades at the edges of letters become one. `rgba`: 4 values a pixel. */
function indexedPng(rgba: readonly number[], { width, height }: typeof CARD): Buffer {
  const palette = new Map<string, { index: number; rgb: readonly number[] }>()
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < width * height; at += 1) {
    const rgb = rgba.slice(at * 4, at * 4 + 3)
    const near = rgb.map((value) => value >> 4).join()
    const colour = palette.get(near) ?? { index: palette.size, rgb }
    palette.set(near, colour)
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = colour.index
  }
  if (palette.size > 256) throw new Error(`${palette.size} colours are too many for a palette`)
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  // 8 bits a pixel, by palette
  size.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('PLTE', Buffer.from([...palette.values()].flatMap(({ rgb }) => rgb))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
