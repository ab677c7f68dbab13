import { describe, expect, test } from 'vitest'
import { emptyShow, type Show } from '#shared/show/state.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import type { PersonId, Role, ShowId } from '#shared/show/words.ts'
import { memory, opened } from './opened.ts'

const SHOW = 'leeds-2026' as ShowId
const [PRIYA, JO, ASH] = ['per-priya', 'per-joellis', 'per-ashrees'] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
]

function show(roles: Record<string, Role[]> = {}): Show {
  const made = emptyShow(SHOW)
  for (const id of [PRIYA, JO, ASH])
    made.people[id] = {
      id,
      roles: roles[id] ?? ['delegate'],
      hosts: null,
      presents: [],
      checkedInAt: null,
      generation: 1,
    }
  return made
}
const details = (name: string): PersonDetails => ({
  name,
  organisation: '',
  jobTitle: '',
  email: '',
  ticket: '',
})
const people = new Map([
  [PRIYA, details('Priya Shah')],
  [JO, details("Jo O'Brien-Ŵyn")],
  [ASH, details('Ash Rees')],
])

describe('passes', () => {
  test('say what they were made of, also after a restart', async () => {
    const store = await memory()
    const { access } = await opened({ store })
    const claim = { role: 'person', show: SHOW, person: PRIYA, generation: 3 } as const
    const pass = access.passes.pass(claim)
    expect(encodeURIComponent(pass)).toBe(pass)
    const later = await opened({ store })
    expect(later.access.passes.read(pass)).toEqual(claim)
    expect(
      later.access.passes.read(access.passes.pass({ role: 'screen', show: SHOW, generation: 0 })),
    ).toEqual({
      role: 'screen',
      show: SHOW,
      generation: 0,
    })
  })
  test('of another server, or changed in any letter, are worthless', async () => {
    const { access } = await opened()
    const other = await opened()
    const pass = access.passes.pass({ role: 'person', show: SHOW, person: PRIYA, generation: 1 })
    expect(other.access.passes.read(pass)).toBeNull()
    for (let at = 0; at < pass.length - 1; at += 1) {
      const letter = pass[at] === 'a' ? 'b' : 'a'
      expect(
        access.passes.read(pass.slice(0, at) + letter + pass.slice(at + 1)),
        String(at),
      ).toBeNull()
    }
    for (const nothing of ['', 'p', '~~~~', `${pass}~`, 'x'.repeat(5000)])
      expect(access.passes.read(nothing)).toBeNull()
  })
  test('are worth nothing once their generation is over or their person is gone', async () => {
    const { access } = await opened()
    const claim = { role: 'person', show: SHOW, person: PRIYA, generation: 1 } as const
    const now = show()
    expect(access.worth(claim, now)).toEqual(claim)
    now.people[PRIYA] = {
      id: PRIYA,
      roles: [],
      hosts: null,
      presents: [],
      checkedInAt: null,
      generation: 2,
    }
    expect(access.worth(claim, now)).toBeNull()
    delete now.people[PRIYA]
    expect(access.worth(claim, now)).toBeNull()
    expect(
      access.worth({ role: 'screen', show: SHOW, generation: 0 }, { ...now, screensGeneration: 1 }),
    ).toBeNull()
    expect(access.worth({ role: 'screen', show: 'other' as ShowId, generation: 0 }, now)).toBeNull()
  })
})

describe('sessions', () => {
  test('nobody is anybody without a cookie, and a phone may still read', async () => {
    const { access } = await opened()
    for (const header of [undefined, '', 'pitch-and-talk=guess', 'other=1; pitch-and-talk=']) {
      const signed = await access.signed(header)
      expect(signed.organiser).toBe(false)
      for (const audience of ['phone', 'host', 'stage', 'console'] as const) {
        expect(signed.actor(show(), audience)).toBeNull()
        expect(signed.sees(show(), audience)).toBe(audience === 'phone' || audience === 'host')
      }
    }
  })
  test('the cookie is kept from scripts, other sites and, under TLS, plain lines', async () => {
    const { access } = await opened({ secure: true })
    const granted = await access.grant(undefined, await access.organiserGrant())
    if (!granted.ok) throw new Error('not saved')
    expect(granted.cookie).toMatch(/; HttpOnly/)
    expect(granted.cookie).toMatch(/; Secure/)
    expect(granted.cookie).toMatch(/; SameSite=Lax/)
  })
  test('only a hash of the token is kept', async () => {
    const { access, store, again, clock } = await opened()
    const granted = await access.grant(undefined, await access.organiserGrant())
    if (!granted.ok) throw new Error('not saved')
    const cookie = again(granted.cookie)
    const { key } = await access.signed(cookie)
    expect(cookie).not.toContain(key)
    expect(await store.session(key, clock.now)).not.toBeNull()
    expect(await store.session(cookie.split('=')[1] ?? '', clock.now)).toBeNull()
  })
  test('one browser can be organiser, person and screen; a second person takes the place of the first', async () => {
    const { access, again } = await opened()
    let cookie: string | undefined
    for (const grant of [
      { role: 'person', show: SHOW, person: PRIYA, generation: 1 } as const,
      { role: 'screen', show: SHOW, generation: 0 } as const,
      { role: 'person', show: SHOW, person: JO, generation: 1 } as const,
    ]) {
      const before = cookie
      const granted = await access.grant(cookie, grant)
      if (!granted.ok) throw new Error('not saved')
      cookie = again(granted.cookie)
      if (before !== undefined)
        expect((await access.signed(before)).actor(show(), 'stage')).toBeNull()
    }
    const signed = await access.signed(cookie)
    expect(signed.actor(show(), 'phone')?.person).toBe(JO)
    expect(signed.actor(show(), 'stage')?.roles).toEqual(['screen'])
    expect(signed.actor(show(), 'console')).toBeNull()
    const promoted = show({ [JO]: ['stage-manager', 'delegate'] })
    expect(signed.actor(promoted, 'console')?.id).toBe(JO)
  })
  test('an organiser works the console of every event and is no delegate', async () => {
    const { access, again } = await opened()
    const granted = await access.grant(undefined, await access.organiserGrant())
    if (!granted.ok) throw new Error('not saved')
    const signed = await access.signed(again(granted.cookie))
    expect(signed.organiser).toBe(true)
    expect(signed.actor(show(), 'console')?.roles).toEqual(['organiser'])
    expect(signed.actor(show(), 'phone')).toBeNull()
  })
  test('run out when they are not used, and end when they are ended', async () => {
    const { access, again, clock } = await opened()
    const granted = await access.grant(undefined, await access.organiserGrant())
    if (!granted.ok) throw new Error('not saved')
    const cookie = again(granted.cookie)
    clock.now += 59 * 86_400_000
    expect((await access.signed(cookie)).organiser).toBe(true)
    clock.now += 59 * 86_400_000
    expect((await access.signed(cookie)).organiser, 'use makes it last').toBe(true)
    clock.now += 61 * 86_400_000
    expect((await access.signed(cookie)).organiser).toBe(false)
    const second = await access.grant(undefined, await access.organiserGrant())
    if (!second.ok) throw new Error('not saved')
    expect(await access.signOut(again(second.cookie))).toMatch(/Max-Age=0/)
    expect((await access.signed(again(second.cookie))).organiser).toBe(false)
  })
  test('a pass sent as a token acts without a session', async () => {
    const { access } = await opened()
    const claim = { role: 'person', show: SHOW, person: ASH, generation: 1 } as const
    const signed = access.signedByPass(access.passes.pass(claim))
    expect(signed.actor(show({ [ASH]: ['stage-manager'] }), 'console')?.id).toBe(ASH)
    expect(signed.organiser).toBe(false)
    expect(access.signedByPass('p~made~up~1~x').actor(show(), 'console')).toBeNull()
  })
})

describe('codes', () => {
  const code = (access: Awaited<ReturnType<typeof opened>>['access'], person: PersonId): string =>
    access.passes.code(SHOW, person, 1)

  test('have six letters without look-alikes, differ by person and generation', async () => {
    const { access } = await opened()
    const codes = [PRIYA, JO, ASH].flatMap((id) =>
      [1, 2].map((generation) => access.passes.code(SHOW, id, generation)),
    )
    expect(new Set(codes).size).toBe(codes.length)
    for (const one of codes) expect(one).toMatch(/^[^0O1IL2Z5S8BUV\W_a-z]{6}$/)
  })
  test.each(["O'Brien-Ŵyn", 'obrien wyn', ' OBRIENWYN ', 'Wyn', 'wyn'])(
    'Jo signs in as %s',
    async (surname) => {
      const { access } = await opened()
      const typed = code(access, JO)
        .toLowerCase()
        .replace(/^(...)/, '$1 - ')
      expect(access.byCode(show(), people, typed, surname, undefined)).toEqual({
        ok: true,
        person: JO,
      })
    },
  )
  test('a code without its surname finds nobody', async () => {
    const { access } = await opened()
    for (const surname of ['', 'Shah', 'Jo', 'n'])
      expect(access.byCode(show(), people, code(access, JO), surname, undefined)).toEqual({
        ok: false,
        code: 'wrong-code',
      })
    expect(access.byCode(show(), people, '', 'wyn', undefined).ok).toBe(false)
  })
  test('ten wrong tries at a surname or in a session, and the right one waits too', async () => {
    const { access, clock, again } = await opened()
    const cookie = again(access.visitor(undefined) ?? '')
    for (let count = 0; count < 10; count += 1)
      expect(access.byCode(show(), people, 'AAAAAA', 'Shah', undefined)).toEqual({
        ok: false,
        code: 'wrong-code',
      })
    expect(access.byCode(show(), people, code(access, PRIYA), 'shah', cookie)).toMatchObject({
      code: 'too-many',
    })
    expect(
      access.byCode(show(), people, code(access, ASH), 'Rees', cookie).ok,
      'others go on',
    ).toBe(true)
    for (let count = 0; count < 10; count += 1)
      access.byCode(show(), people, 'AAAAAA', `Name${count}`, cookie)
    expect(access.byCode(show(), people, code(access, ASH), 'Rees', cookie)).toMatchObject({
      code: 'too-many',
    })
    clock.now += 10 * 60_000
    expect(access.byCode(show(), people, code(access, PRIYA), 'Shah', cookie).ok).toBe(true)
  })
})

describe('passphrase and first link', () => {
  test('the passphrase is right, wrong or not chosen yet', async () => {
    const { access } = await opened()
    expect(await access.passphrase.check('anything', undefined)).toEqual({
      ok: false,
      code: 'no-passphrase',
    })
    await access.passphrase.set('four plain words here')
    expect(await access.passphrase.check('four plain words here', undefined)).toEqual({ ok: true })
    expect(await access.passphrase.check('four plain words', undefined)).toEqual({
      ok: false,
      code: 'wrong-passphrase',
    })
  })
  test('ten wrong ones in a session and it waits', async () => {
    const { access, again, clock } = await opened()
    await access.passphrase.set('four plain words here')
    const cookie = again(access.visitor(undefined) ?? '')
    for (let count = 0; count < 10; count += 1)
      await access.passphrase.check(`guess ${count}`, cookie)
    expect(await access.passphrase.check('four plain words here', cookie)).toMatchObject({
      code: 'too-many',
    })
    clock.now += 5 * 60_000
    expect(await access.passphrase.check('four plain words here', cookie)).toEqual({ ok: true })
  })
  test('a new passphrase ends every organiser session, the first one none', async () => {
    const { access, again } = await opened()
    const granted = await access.grant(undefined, await access.organiserGrant())
    if (!granted.ok) throw new Error('not saved')
    await access.passphrase.set('four plain words here')
    expect((await access.signed(again(granted.cookie))).organiser).toBe(true)
    await access.passphrase.set('four other words here')
    expect((await access.signed(again(granted.cookie))).organiser).toBe(false)
  })
  test('of many takers of the first link one gets it, and looking takes nothing', async () => {
    const { access } = await opened()
    const made = await access.claim.make()
    if (!made.ok) throw new Error('not saved')
    expect(await access.claim.present(made.token)).toBe(true)
    expect(await access.claim.present('guess')).toBe(false)
    const taken = await Promise.all(Array.from({ length: 20 }, () => access.claim.take(made.token)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await access.claim.present(made.token)).toBe(false)
    expect(await access.claim.take('')).toBe(false)
  })
  test('a newer first link ends the older', async () => {
    const { access } = await opened()
    const older = await access.claim.make()
    const newer = await access.claim.make()
    if (!older.ok || !newer.ok) throw new Error('not saved')
    expect(await access.claim.take(older.token)).toBe(false)
    expect(await access.claim.take(newer.token)).toBe(true)
  })
})
