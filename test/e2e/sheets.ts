/** Three spreadsheets of a very short day, as an organiser would make them. */

const two = (number: number): string => String(number).padStart(2, '0')

/** Begins at `now`: a block of pitches that runs by itself, then two rounds that wait for a hand. */
export function programme(now: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(now)
  const of = (type: string): string => two(Number(time.find((part) => part.type === type)?.value))
  return [
    'Start,Kind,Title,Pitch length,Changeover,By itself,Warn at,Danger at,Rounds,Move,Talk,Opens before,Closes before,Choosing',
    `${of('hour')}:${of('minute')},Pitch block,Pitches,2s,1s,yes,1s,0s,,,,,,`,
    ',Rounds,Table talks,,,no,,,2,4s,10s,1h,0s,first come',
    '',
  ].join('\n')
}

export const innovations = `Title,Organisation,Summary,Pitch block,Order,Presenters,Table number,Zone,Place,Capacity
Better Care,Kirklees Council,One page for families,Pitches,1,Priya Shah,1,A,"Left wall, by the stage",1
Warm Homes Map,Calderdale,Finds cold streets,Pitches,2,Ash Rao,2,B,Right wall,4
Carers Count,Powys,Makes carers visible,Pitches,3,Lee Wong,3,C,Back row,4
`

export const people = `Ticket number,First name,Last name,E-mail,Organisation,Job title,Role
1,Priya,Shah,priya@example.org,Kirklees Council,Head of care,Presenter
2,Ash,Rao,ash@example.org,Calderdale,Energy lead,Presenter
3,Lee,Wong,lee@example.org,Powys,Carers lead,Presenter
4,Jo,Ellis,jo@example.org,Leeds City Council,Housing lead,Delegate
5,Sam,Rees,sam@example.org,Powys,Care,Delegate
6,Dee,Okoro,dee@example.org,Hull,Streets,Delegate
`

/** What a file input takes. */
export const sheet = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
