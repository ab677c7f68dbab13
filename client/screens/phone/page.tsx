import { Host } from '../host/host.tsx'
import { Frame } from './frame.tsx'
import { usePhone } from './phone-context.ts'
import { PhoneScreen } from './phone-screen.tsx'

/** The whole page, as the server draws it first and the phone from then on. */
export function Page() {
  const { audience } = usePhone()
  return <Frame>{audience === 'host' ? <Host /> : <PhoneScreen />}</Frame>
}
