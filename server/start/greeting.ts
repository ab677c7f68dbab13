import QRCode from 'qrcode'

export interface Greeting {
  /** `http://localhost:3000`: opens on this computer */
  here: string
  /** `http://192.168.1.20:3000`, the likeliest first; [] when this computer is on no network */
  hall: readonly string[]
  /** the data folder, absolute */
  data: string
  /** a one-time link that makes its opener the organiser; null once a passphrase is chosen */
  firstLink: string | null
}

/** What the person at the terminal reads once the server runs. */
export async function greeting({ here, hall, data, firstLink }: Greeting): Promise<string> {
  const [phones, ...others] = hall
  const lines = ['', '  Pitch & Talk is running.', '']
  if (firstLink !== null) {
    lines.push('  You are not set up as the organiser yet. Open this link once, on this computer:')
    lines.push(`    ${firstLink}`, '')
  }
  lines.push(`  Console  ${here}/console`)
  lines.push(`  Phones   ${phones ?? 'this computer is on no network: join one and start again'}`)
  for (const other of others) lines.push(`           or ${other}`)
  lines.push(`  Data     ${data}`, '')
  if (phones !== undefined) {
    const code = await QRCode.toString(phones, { type: 'utf8', errorCorrectionLevel: 'L' })
    lines.push(...code.split('\n').map((line) => `  ${line}`))
  }
  lines.push('  Stop with Ctrl+C: nothing is lost.', '')
  return lines.join('\n')
}
