import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './source-files.ts'

type Packages = Record<string, { version?: string; optionalDependencies?: Record<string, string> }>

/** Optional packages of other platforms that a lock file speaks of but has no entry for: with one, `npm ci` refuses everywhere. */
const missing = (packages: Packages): string[] =>
  Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  )

describe('the lock file', () => {
  it('has an entry for the packages of every platform, also of those that could not be fetched where it was made', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Packages
    }
    expect(missing(packages)).toEqual([])
  })

  it('would notice one that is missing', () => {
    const planted = { 'node_modules/a': { optionalDependencies: { 'a-darwin': '1.0.0' } } }
    expect(missing(planted)).toEqual(['a-darwin'])
  })
})
