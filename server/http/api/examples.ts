import { PROGRAMME_FILES, SHEET_FILES } from '../exports/names.ts'

/** Calls that are printed and that run, in this order, in a shell with curl. */
export interface Example {
  title: string
  about: string
  lines: readonly string[]
}

const post = (address: string, body: object): string =>
  `curl -fsS -b cookies.txt -H "Origin: $BASE" -H 'Content-Type: application/json' -d '${JSON.stringify(body)}' "$BASE${address}"`
const send = (command: object): string => post('/s/$EVENT/commands', command)
const take = (file: string): string =>
  `curl -fsS -b cookies.txt -o ${file} "$BASE/api/shows/$EVENT/exports/${file}"`
const load = (fields: string): string =>
  `curl -fsS -b cookies.txt -H "Origin: $BASE" ${fields} "$BASE/api/shows/$EVENT/imports"`

const DAY = '2027-06-24'
const STAGE = 'stg-annexe'
const TALK = {
  id: 'seg-opening',
  stage: STAGE,
  day: DAY,
  kind: 'talk',
  title: 'Opening',
  fixedStart: null,
  length: 600_000,
  warnAt: 120_000,
  dangerAt: 30_000,
}
const JO = {
  type: 'save-person',
  person: 'per-joellis',
  roles: ['presenter'],
  details: {
    name: 'Jo Ellis',
    organisation: 'Leeds City Council',
    jobTitle: 'Housing lead',
    email: 'jo@example.org',
    ticket: '',
  },
}

/** `base`: the origin that was asked, `http://192.168.1.20:3000`. */
export const examplesFor = (base: string): Example[] => [
  {
    title: 'Begin',
    about:
      'Where the server is and which event is meant, then sign in by the organisers’ passphrase. A program that only sends commands may show a pass instead: -H "Authorization: Bearer <pass>", and then needs neither cookies nor Origin.',
    lines: [
      `BASE=${base}`,
      'EVENT=example-2027',
      'PASSPHRASE=${PASSPHRASE:-four plain words here}',
      'curl -fsS -c cookies.txt -H "Origin: $BASE" --data-urlencode "passphrase=$PASSPHRASE" "$BASE/sign-in"',
    ],
  },
  {
    title: 'Events',
    about: 'Make one, and list them all.',
    lines: [
      `curl -fsS -b cookies.txt -H "Origin: $BASE" -H 'Content-Type: application/json' -d '{"id":"'$EVENT'","title":"Example","place":"Town Hall","zone":"Europe/London","days":["${DAY}"]}' "$BASE/api/shows"`,
      'curl -fsS -b cookies.txt "$BASE/api/shows"',
    ],
  },
  {
    title: 'Load files',
    about:
      'First what they would change, row by row; with apply=yes they change it. All at once or one by one.',
    lines: [
      ...['programme', 'innovations', 'people'].map(
        (name) => `curl -fsS -o my-${name}.csv "$BASE/example/${name}.csv"`,
      ),
      load('-F programme=@my-programme.csv'),
      load(
        '-F programme=@my-programme.csv -F innovations=@my-innovations.csv -F people=@my-people.csv -F apply=yes',
      ),
    ],
  },
  {
    title: 'Plan',
    about: 'Ids are chosen by whoever sends: a known one changes that thing, a new one adds it.',
    lines: [
      send({ type: 'save-stage', stage: { id: STAGE, name: 'Annexe' } }),
      send(JO),
      send({ type: 'save-segment', segment: { ...TALK, speakers: ['per-joellis'] } }),
      send({
        type: 'save-segment',
        segment: { ...TALK, id: 'seg-panel', kind: 'panel', title: 'Panel', confirmed: false },
      }),
      send({
        type: 'move-segment',
        segment: 'seg-panel',
        before: 'seg-opening',
      }),
      send({ type: 'remove-segment', segment: 'seg-panel' }),
      send({
        type: 'save-innovation',
        innovation: {
          id: 'inn-better',
          title: 'Better Care',
          organisation: 'Kirklees',
          summary: '',
          presenters: ['per-joellis'],
        },
      }),
      send({
        type: 'save-table',
        table: {
          id: 'tab-better',
          number: 99,
          zone: 'C',
          place: 'Left wall',
          capacity: 6,
          innovation: 'inn-better',
          hosts: ['per-joellis'],
        },
      }),
      send({ type: 'publish-programme', published: true }),
    ],
  },
  {
    title: 'Run',
    about:
      'With an id, a device and its counter a command is done once, however often it is sent; without them each one counts.',
    lines: [
      send({ type: 'check-in', person: 'per-joellis' }),
      send({
        id: 'load-item-1',
        device: 'my-program',
        counter: 1,
        command: { type: 'load-item', stage: STAGE, segment: 'seg-opening', pitch: null },
      }),
      send({ type: 'start-clock', stage: STAGE }),
      send({ type: 'add-time', stage: STAGE, by: 60_000 }),
      send({ type: 'pause-clock', stage: STAGE }),
      send({ type: 'resume-clock', stage: STAGE }),
      send({ type: 'hold-day' }),
      send({ type: 'release-day' }),
      send({ type: 'finish-item', stage: STAGE }),
      'curl -fsS -b cookies.txt "$BASE/api/shows/$EVENT/people/per-joellis/link"',
    ],
  },
  {
    title: 'Take out, as an organiser',
    about: 'Everything, with what is not published.',
    lines: [
      ...[...SHEET_FILES, 'moves'].flatMap((name) =>
        ['csv', 'xlsx', 'json'].map((ending) => take(`${name}.${ending}`)),
      ),
      ...['seating.json', 'links.csv', 'links-without-email.csv', 'clock.svg'].map(take),
      ...PROGRAMME_FILES.map(take),
      'curl -fsS -b cookies.txt "$BASE/api/shows/$EVENT/exports"',
    ],
  },
  {
    title: 'Take out, as anybody',
    about:
      'The published programme. Send its ETag back as If-None-Match: as long as nothing is new the answer is 304 and has no body.',
    lines: [...PROGRAMME_FILES, 'changes.atom'].map(
      (name) => `curl -fsS -o public-${name} "$BASE/s/$EVENT/${name}"`,
    ),
  },
]
