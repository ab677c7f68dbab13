import 'virtual:fonts.css'
import './style/tokens.css'
import './style/base.css'
import './style/console.css'
import './style/console-plan.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import type { ConsoleData } from '#shared/wire/console.ts'
import { connect } from './link/connect.ts'
import { Shell } from './screens/console/shell/shell.tsx'

const Home = lazy(() =>
  import('./screens/console/home/home.tsx').then((it) => ({ default: it.Home })),
)

/** React Aria writes a style element unless one is there, and the Content Security Policy would stop it. */
function keepStylesOut(): void {
  const stand = document.createElement('meta')
  stand.id = 'react-aria-pressable-style'
  document.head.append(stand)
}

function start(): void {
  const held = document.getElementById('state')?.textContent
  if (held == null) throw new Error('The console’s page came without its state.')
  // Written by our own server into the page, as the contract in shared/wire says.
  const data = JSON.parse(held) as ConsoleData
  const place = document.getElementById('root') ?? document.body.appendChild(newRoot())
  document.body.classList.add('console')
  keepStylesOut()
  const root = createRoot(place)
  if (data.page === 'home') {
    root.render(
      <StrictMode>
        <Suspense>
          <Home data={data} />
        </Suspense>
      </StrictMode>,
    )
    return
  }
  const show = data.state.parts.show.id
  // A name is no secret of the link: commands that wait are kept apart by who gave them.
  const link = connect({ show, state: data.state, who: `console:${data.actor.name}` })
  root.render(
    <StrictMode>
      <Shell data={data} link={link} />
    </StrictMode>,
  )
}

function newRoot(): HTMLElement {
  const root = document.createElement('div')
  root.id = 'root'
  return root
}

start()
