import { describe, expect, it } from 'vitest'
import { type Client, PASSWORD, useHouse } from '../../../testing/house.ts'

const house = useHouse()
const NEW_PASSWORD = 'Henan-2027-x'

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

async function linkFor(userId: string): Promise<string> {
  const admin = await house.administrator()
  const { link } = (await admin.send('POST', `/api/users/${userId}/password-link`)).json()
  expect(link).toMatch(/^http:\/\/chuangcheng\.test\/password\//)
  return String(link).split('/').at(-1) ?? ''
}
const setByLink = (token: string, password: string) =>
  house.app.inject({ method: 'POST', url: '/api/password', payload: { token, password } })

describe('a password', () => {
  it('is changed with the current one, and the other sessions end', async () => {
    const here = await house.givenUser({ role: 'leader' })
    const userName = await userNameOf(here)
    const there = await house.signIn(userName)
    const change = (currentPassword: string, newPassword: string) =>
      here.send('POST', '/api/me/password', { currentPassword, newPassword })
    expect(outcomeOf(await change('not-it', NEW_PASSWORD))).toEqual([401, 'sign-in.refused'])
    expect((await change(PASSWORD, NEW_PASSWORD)).statusCode).toBe(200)
    expect((await here.get('/api/session')).statusCode).toBe(200)
    expect((await there.get('/api/session')).statusCode).toBe(401)
    expect(outcomeOf(await signIn(userName, PASSWORD))).toEqual([401, 'sign-in.refused'])
    expect((await signIn(userName, NEW_PASSWORD)).statusCode).toBe(200)
  })

  it.each([
    ['Short-1', 'password.too-short', '密码至少要 10 个字符', 'at least 10 characters'],
    ['1234567890123', 'password.too-simple', '密码太简单', 'too simple'],
    [`A-1${'x'.repeat(200)}`, 'password.too-long', '密码最多 128 个字符', '128'],
    ['Password-1', 'password.well-known', '常见密码', 'well known'],
  ])('%s is refused as %s, in both languages', async (password, code, chinese, english) => {
    const client = await house.givenUser({ role: 'leader' })
    const token = await linkFor(client.userId)
    const ask = async (language: string) =>
      (
        await house.app.inject({
          method: 'POST',
          url: '/api/password',
          payload: { token, password },
          headers: { 'accept-language': language },
        })
      ).json()
    expect(await ask('zh-CN')).toMatchObject({ status: 422, code, title: expect.stringContaining(chinese) })
    expect((await ask('en')).title.toLowerCase()).toContain(english.toLowerCase())
    expect((await setByLink(token, NEW_PASSWORD)).statusCode).toBe(200) // a refused password leaves the link good
  })

  it('does not contain the user name', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const password = `${await userNameOf(client)}-X9`
    expect(outcomeOf(await setByLink(await linkFor(client.userId), password))).toEqual([
      422,
      'password.contains-name',
    ])
  })
})

describe('a one-time link', () => {
  it('sets a password once, ends every session and takes the lock away', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const userName = await userNameOf(client)
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn(userName, 'wrong-password-1')
    const token = await linkFor(client.userId)
    expect((await setByLink(token, NEW_PASSWORD)).json()).toEqual({ userName })
    expect((await client.get('/api/session')).statusCode).toBe(401)
    expect((await signIn(userName, NEW_PASSWORD)).statusCode).toBe(200)
    expect(outcomeOf(await setByLink(token, 'Another-2027-x'))).toEqual([410, 'password.link-spent'])
  })

  it('sets one password when it is used twice at once', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const token = await linkFor(client.userId)
    const answers = await Promise.all([setByLink(token, NEW_PASSWORD), setByLink(token, 'Another-2027-x')])
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 410]))
  })

  it('ends with a newer one, after three days, and with a disabled user', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const first = await linkFor(client.userId)
    const second = await linkFor(client.userId)
    expect((await setByLink(first, NEW_PASSWORD)).statusCode).toBe(410)
    passMinutes(72 * 60 + 1)
    expect((await setByLink(second, NEW_PASSWORD)).statusCode).toBe(410)
    const third = await linkFor(client.userId)
    await house.asOwner(`update user_account set state = 'disabled' where id = $1`, [client.userId])
    expect((await setByLink(third, NEW_PASSWORD)).statusCode).toBe(410)
  })

  it('of nobody, or of another city, is spent', async () => {
    for (const token of ['x', `${'A'.repeat(22)}.${'A'.repeat(43)}`]) {
      expect(outcomeOf(await setByLink(token, NEW_PASSWORD))).toEqual([410, 'password.link-spent'])
    }
  })
})
