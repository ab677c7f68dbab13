/**
 * Preloaded (`node --import`) into a process that is to lose its promise: SQLite's `synchronous`
 * pragma is taken away, or set to what UNSYNCED says. A test of durability has to fail with it.
 */
import Sqlite from 'better-sqlite3'

const pragma = Sqlite.prototype.pragma
Sqlite.prototype.pragma = function (source, options) {
  if (!/^\s*synchronous\b/i.test(source)) return pragma.call(this, source, options)
  const planted = process.env['UNSYNCED']
  return planted ? pragma.call(this, `synchronous = ${planted}`, options) : undefined
}
