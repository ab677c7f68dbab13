/** Why the server could not listen, as one sentence for the person at the terminal; null for a bug. */
export function whyNotListening(error: unknown, port: number, host: string | null): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop that one, or choose another port with --port.`
    case 'EACCES':
      return `Port ${port} may only be used by an administrator: choose one above 1023 with --port.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAFNOSUPPORT':
      return `${host ?? 'The address'} is not an address of this computer: leave --host out to listen on all of them.`
    default:
      return null
  }
}
