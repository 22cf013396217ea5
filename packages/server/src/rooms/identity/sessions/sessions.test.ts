import { describe, expect, it } from 'vitest'
import { buildApp } from '../../../app.ts'
import { type Client, PASSWORD, useHouse } from '../../../testing/house.ts'

const house = useHouse()

const signIn = (userName: string, password: string, headers: Record<string, string> = {}) =>
  house.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { city: 'c1', userName, password },
    headers,
  })
const outcomeOf = ({ statusCode, body }: { statusCode: number; body: string }) => [
  statusCode,
  (JSON.parse(body) as { code?: string }).code,
]
const passMinutes = (minutes: number) => {
  house.now = new Date(house.now.getTime() + minutes * 60_000)
}
const userNameOf = async (client: Pick<Client, 'get'>): Promise<string> =>
  (await client.get('/api/session')).json().user.userName

describe('signing in', () => {
  it('answers a token and sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await signIn('admin.c1', PASSWORD)
    expect(answer.statusCode).toBe(200)
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({
      name: 'chuangcheng_session',
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
    })
    expect(cookie?.value).toBe(answer.json().token)
    const { rows } = await house.asOwner('select token_hash from user_session')
    expect(JSON.stringify(rows)).not.toContain(answer.json().token)
  })

  it('sets a cookie for secure connections only where the connection is one', async () => {
    const app = await buildApp({ ...ground(), server: { trustProxy: true } })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { city: 'c1', userName: 'admin.c1', password: PASSWORD },
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(answer.cookies[0]).toMatchObject({ secure: true })
    await app.close()
  })

  it('takes the user name in any case, and says the same of an unknown user, a wrong password and a wrong city', async () => {
    expect((await signIn(' ADMIN.c1 ', PASSWORD)).statusCode).toBe(200)
    const wrong = await signIn('admin.c1', 'not-the-password-1')
    const unknown = await signIn('nobody.at.all', 'not-the-password-1')
    const strange = await signIn('名字\u0000', 'not-the-password-1')
    const elsewhere = await house.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { city: 'c9', userName: 'admin.c1', password: PASSWORD },
    })
    const bodyOf = ({ body }: { body: string }) => ({ ...JSON.parse(body), instance: '' })
    for (const answer of [unknown, elsewhere]) {
      expect(answer.statusCode).toBe(401)
      expect(bodyOf(answer)).toEqual(bodyOf(wrong))
    }
    expect(strange.statusCode).toBe(400)
    await signIn('admin.c1', PASSWORD)
  })

  it('takes about as long for an unknown user as for a wrong password', async () => {
    const millisecondsOf = async (userName: string) => {
      const times = []
      for (let turn = 0; turn < 4; turn += 1) {
        const start = performance.now()
        await signIn(userName, 'not-the-password-1')
        times.push(performance.now() - start)
      }
      return Math.min(...times)
    }
    const known = await millisecondsOf('admin.c1')
    await signIn('admin.c1', PASSWORD)
    expect(await millisecondsOf('nobody.timed')).toBeGreaterThan(known / 4)
  })

  it('refuses a disabled user, but only to who knows the password', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const userName = await userNameOf(client)
    await house.asOwner(`update user_account set state = 'disabled' where id = $1`, [client.userId])
    expect(outcomeOf(await signIn(userName, PASSWORD))).toEqual([403, 'sign-in.disabled'])
    expect(outcomeOf(await signIn(userName, 'not-the-password-1'))).toEqual([401, 'sign-in.refused'])
  })

  it('refuses a user who has not set a password yet', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const userName = await userNameOf(client)
    await house.asOwner('update user_account set password_hash = null where id = $1', [client.userId])
    expect(outcomeOf(await signIn(userName, ''))).toEqual([401, 'sign-in.refused'])
  })
})

describe('the lock', () => {
  const locksOf = async (userName: string) => {
    for (let wrong = 0; wrong < 4; wrong += 1) {
      expect(outcomeOf(await signIn(userName, 'wrong-password-1'))).toEqual([401, 'sign-in.refused'])
    }
    const minutes = []
    for (let turn = 0; turn < 4; turn += 1) {
      expect(outcomeOf(await signIn(userName, 'wrong-password-1'))).toEqual([401, 'sign-in.refused'])
      const locked = await signIn(userName, PASSWORD)
      expect(outcomeOf(locked)).toEqual([429, 'sign-in.locked'])
      minutes.push(locked.json().params.minutes)
      passMinutes(locked.json().params.minutes)
    }
    return minutes
  }

  it('grows 1, 2, 4, 8 minutes from the fifth wrong password on, also for names that nobody has', async () => {
    const userName = await userNameOf(await house.givenUser({ role: 'leader' }))
    expect(await locksOf(userName)).toEqual([1, 2, 4, 8])
    expect(await locksOf('nobody.locked')).toEqual([1, 2, 4, 8])
    expect((await signIn(userName, PASSWORD)).statusCode).toBe(200)
    expect(outcomeOf(await signIn(userName, 'wrong-password-1'))).toEqual([401, 'sign-in.refused'])
    expect((await signIn(userName, PASSWORD)).statusCode).toBe(200)
  })

  it('is not outrun by guesses sent side by side', async () => {
    const userName = await userNameOf(await house.givenUser({ role: 'leader' }))
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(userName, 'wrong-password-1')))
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
  })
})

const ground = () => ({
  database: house.database,
  filesFolder: house.folder,
  headsFolder: house.folder,
  keysFolder: house.folder,
  setUpToken: null,
  publicUrl: 'http://chuangcheng.test',
  requestsPerMinute: 1000,
  guessesPerMinute: 3,
  webFolder: null,
})

describe('the limit on guesses', () => {
  it('stops one address after a few tries, whatever the names, and leaves others alone', async () => {
    const app = await buildApp(ground())
    const guess = (userName: string, remoteAddress: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { city: 'c1', userName, password: 'x' },
        remoteAddress,
        headers: { 'accept-language': 'en' },
      })
    for (const name of ['guess.a', 'guess.b', 'guess.c'])
      expect((await guess(name, '192.0.2.1')).statusCode).toBe(401)
    const stopped = await guess('guess.d', '192.0.2.1')
    expect(outcomeOf(stopped)).toEqual([429, 'request.too-many'])
    expect((await guess('guess.e', '192.0.2.2')).statusCode).toBe(401)
    const token = { token: 'x', password: 'y' }
    for (let turn = 0; turn < 3; turn += 1)
      await app.inject({ method: 'POST', url: '/api/password', payload: token })
    const link = await app.inject({ method: 'POST', url: '/api/password', payload: token })
    expect(link.statusCode).toBe(429)
    await app.close()
  })
})

describe('a session', () => {
  const cookieOf = (token: string) => ({ chuangcheng_session: token })

  it('in a cookie writes only from our own pages', async () => {
    const { token } = await house.givenUser({ role: 'leader' })
    const write = (headers: Record<string, string>) =>
      house.app.inject({
        method: 'PUT',
        url: '/api/me/locale',
        payload: { locale: 'en' },
        cookies: cookieOf(token),
        headers: { host: 'city.example:8080', ...headers },
      })
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://other.city.example' },
      { authorization: 'Basic eDp5', 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      expect(outcomeOf(await write(headers)), JSON.stringify(headers)).toEqual([
        403,
        'request.foreign-origin',
      ])
    }
    for (const headers of [
      {},
      { origin: 'http://city.example:8080' },
      { 'sec-fetch-site': 'same-origin' },
    ] as Record<string, string>[]) {
      expect((await write(headers)).statusCode).toBe(200)
    }
  })

  it('ends after twelve hours, and by signing out', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const again = await house.signIn(await userNameOf(client))
    passMinutes(12 * 60 - 1)
    expect((await client.get('/api/session')).statusCode).toBe(200)
    expect((await client.send('DELETE', '/api/session')).statusCode).toBe(200)
    expect(outcomeOf(await client.get('/api/session'))).toEqual([401, 'sign-in.needed'])
    expect((await again.get('/api/session')).statusCode).toBe(200)
    passMinutes(2)
    expect(outcomeOf(await again.get('/api/session'))).toEqual([401, 'sign-in.needed'])
  })

  it('is listed, and ended one by one by its user only', async () => {
    const here = await house.givenUser({ role: 'leader' })
    const there = await house.signIn(await userNameOf(here))
    const stranger = await house.givenUser({ role: 'leader' })
    const { items } = (await here.get('/api/me/sessions')).json()
    expect(items.filter((item: { current: boolean }) => item.current)).toHaveLength(1)
    expect(items).toHaveLength(2)
    const other = items.find((item: { current: boolean }) => !item.current).id
    expect((await stranger.send('DELETE', `/api/me/sessions/${other}`)).statusCode).toBe(404)
    expect((await here.send('DELETE', `/api/me/sessions/${other}`)).statusCode).toBe(200)
    expect((await there.get('/api/session')).statusCode).toBe(401)
    expect((await here.get('/api/session')).statusCode).toBe(200)
  })

  it('of a token that is none of ours is nobody', async () => {
    const { token } = await house.givenUser({ role: 'leader' })
    const [city = '', secret = ''] = token.split('.')
    for (const forged of [
      'x',
      `${city}.${secret.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      `.${secret}`,
      city,
    ]) {
      const answer = await house.app.inject({
        url: '/api/session',
        headers: { authorization: `Bearer ${forged}` },
      })
      expect(answer.statusCode).toBe(401)
    }
  })
})
