/** Where the server writes what happened; pino is one. Never personal data, tokens or bodies. */
export interface Log {
  error(fields: object, message: string): void
  warn(fields: object, message: string): void
  info(fields: object, message: string): void
  debug(fields: object, message: string): void
}
