import { codeOf, messageOf, StartRefused } from './start-refused.ts'

/** What stands between us and a given database, by the code of the system's or of PostgreSQL's error. */
const OBSTACLES: Readonly<Record<string, { zh: string; en: string }>> = {
  ENOTFOUND: { zh: '找不到这台主机', en: 'its host is not known' },
  EAI_AGAIN: { zh: '找不到这台主机', en: 'its host is not known' },
  ECONNREFUSED: { zh: '那里没有数据库在监听', en: 'no database listens there' },
  ENOENT: { zh: '那里没有数据库在监听', en: 'no database listens there' },
  ETIMEDOUT: { zh: '主机没有应答', en: 'its host does not answer' },
  EHOSTUNREACH: { zh: '主机无法到达', en: 'its host cannot be reached' },
  ENETUNREACH: { zh: '主机无法到达', en: 'its host cannot be reached' },
  '28P01': { zh: '用户名或密码不对', en: 'user name or password is wrong' },
  '28000': { zh: '数据库不接受这个用户', en: 'the database does not let this user in' },
  '3D000': { zh: '没有这个名字的数据库', en: 'there is no database of that name' },
  '42501': { zh: '这个用户的权限不够', en: 'this user has too few rights there' },
}

/** The address is not repeated: it usually carries a password. */
export function databaseRefused(error: unknown): StartRefused {
  const known = OBSTACLES[codeOf(error) ?? '']
  const told = messageOf(error)
  return new StartRefused(
    'surroundings',
    {
      zh: `无法使用 DATABASE_URL 指定的数据库:${known ? `${known.zh}(${told})` : told}`,
      en: `The database named in DATABASE_URL cannot be used: ${known ? `${known.en} (${told})` : told}`,
    },
    { cause: error },
  )
}

/**
 * The driver takes almost anything for an address, and then looks for hosts nobody named.
 * @throws StartRefused
 */
export function mustBeDatabaseUrl(url: string): void {
  if (/^postgres(?:ql)?:\/\/./.test(url)) return
  throw new StartRefused('surroundings', {
    zh: 'DATABASE_URL 不是 PostgreSQL 的地址,应形如 postgres://用户:密码@主机:5432/数据库。',
    en: 'DATABASE_URL is no address of a PostgreSQL. It looks like postgres://user:password@host:5432/database.',
  })
}
