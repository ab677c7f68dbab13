import type { ReactNode } from 'react'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { listed } from '#shared/words/refusals.ts'
import { useConsole } from '../console-context.ts'
import { ZoneMark } from '../common/zone-mark.tsx'
import type { OpenSheet } from './sheet-of.ts'

/** Every table with what is at it and where it is, and how to change that. */
export function TableList({ open, add }: { open: (sheet: OpenSheet) => void; add: ReactNode }) {
  const { parts, may } = useConsole()
  const names = new Map(parts.people.map((person) => [person.id, person.name]))
  const maySave = may('save-table')
  const maySwap = may('swap-tables') && parts.tables.length > 1
  return (
    <section className="panel">
      <div className="panel__head">
        <h2>{TABLES.listTitle}</h2>
        {add}
      </div>
      <table className="table table--stack tables__list">
        <thead>
          <tr>
            <th scope="col" className="num">
              {TABLES.tableHead}
            </th>
            <th scope="col">{TABLES.innovation}</th>
            <th scope="col">{TABLES.presenters}</th>
            <th scope="col">{TABLES.zone}</th>
            <th scope="col">{TABLES.place}</th>
            <th scope="col" className="num">
              {TABLES.seatsHead}
            </th>
            {maySave || maySwap ? (
              <th scope="col">
                <span className="vh">{TABLES.actions}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {parts.tables.map((table) => {
            const innovation = table.innovation ? parts.innovations[table.innovation] : undefined
            const hosts = (parts.hosts[table.id] ?? []).map((id) => names.get(id) ?? '')
            return (
              <tr key={table.id}>
                <td className="num" data-label={TABLES.tableHead}>
                  {table.number}
                </td>
                <th scope="row">
                  {innovation?.title ?? <span className="muted">{TABLES.noInnovation}</span>}
                </th>
                <td>{hosts.length === 0 ? '' : listed(hosts)}</td>
                <td>{table.zone === '' ? null : <ZoneMark zone={table.zone} />}</td>
                <td className="muted">{table.place}</td>
                <td className="num" data-label={TABLES.seatsHead}>
                  {table.capacity}
                </td>
                {maySave || maySwap ? (
                  <td className="actions-cell">
                    <span className="row row--actions">
                      {maySwap ? (
                        <button
                          type="button"
                          className="button button--quiet button--small"
                          onClick={() => open({ kind: 'swap', table: table.id })}
                        >
                          {TABLES.swap}
                          <span className="vh"> {TABLES.of(table.number)}</span>
                        </button>
                      ) : null}
                      {maySave ? (
                        <button
                          type="button"
                          className="button button--quiet button--small"
                          onClick={() => open({ kind: 'edit', table: table.id })}
                        >
                          {TABLES.change}
                          <span className="vh"> {TABLES.of(table.number)}</span>
                        </button>
                      ) : null}
                    </span>
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
