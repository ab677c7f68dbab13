import QRCode from 'qrcode'
import { html, type Html, raw } from './html.ts'

/** A QR code as an SVG of one path, with the four light modules around it that readers need. */
export function qrCode(text: string): Html {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const side = size + 8
  const rows: string[] = []
  for (let y = 0; y < size; y += 1) {
    let dark = 0
    for (let x = 0; x <= size; x += 1) {
      if (x < size && modules.get(y, x)) dark += 1
      else if (dark > 0) {
        rows.push(`M${x - dark + 4} ${y + 4}h${dark}v1h-${dark}z`)
        dark = 0
      }
    }
  }
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${side} ${side}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${side}v${side}H0z" />
    <path d="${raw(rows.join(''))}" />
  </svg>`
}
