import type { NetworkInterfaceInfo } from 'node:os'

/** Networks that only this computer or its virtual machines are on. */
const VIRTUAL = /^(docker|br-|veth|virbr|cni|flannel|podman|lxc|vmnet|vboxnet|vEthernet|awdl|llw)/i

/**
 * The IPv4 addresses at which phones in the hall may reach this computer, the likeliest first. Names
 * such as `laptop.local` are not used: many venues' networks do not carry them.
 */
export function hallAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, infos]) => (infos ?? []).map((info) => ({ name, ...info })))
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .filter(({ name, address }) => !VIRTUAL.test(name) && !address.startsWith('169.254.'))
    .map(({ address }) => address)
    .sort((a, b) => likelihood(a) - likelihood(b))
}

/** Home and office routers give 192.168, larger venues 10 or 172.16; the rest are rarely the hall's. */
function likelihood(address: string): number {
  if (address.startsWith('192.168.')) return 0
  if (address.startsWith('10.')) return 1
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 2 : 3
}
