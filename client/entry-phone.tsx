import 'virtual:fonts.css'
import './style/tokens.css'
import './style/base.css'
import './style/phone.css'
import { hydrateRoot } from 'react-dom/client'
import type { PageData } from '#shared/wire/render.ts'
import { connect } from './link/connect.ts'
import { LivePhone } from './screens/phone/live-phone.tsx'
import { PhoneScreen } from './screens/phone/phone-screen.tsx'

/** The few who present load what only they see beside what everybody does. */
const presenters = () => import('./screens/host/host.tsx').then(({ Host }) => Host)

/** Makes the page that the server drew a live one: a phone's or a presenter's. */
async function start(): Promise<void> {
  const held = document.getElementById('state')?.textContent
  const root = document.getElementById('root')
  if (held == null || !root) throw new Error('The page came without its state.')
  // Written by our own server into the page, as the contract in shared/wire says.
  const data = JSON.parse(held) as PageData
  const Screen = data.audience === 'host' ? await presenters() : PhoneScreen
  const link = connect({ show: data.parts.show.id, state: data })
  hydrateRoot(root, <LivePhone data={data} link={link} Screen={Screen} />)
}

void start()
