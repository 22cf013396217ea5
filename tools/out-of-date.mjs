import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lies in every built folder and holds the fingerprint of the sources it was built from. */
const stampName = '.built-from'

/**
 * One hash over the names and contents of all files below the given paths: dates of files mean nothing after a
 * clone or a copy, and a checkout need not have git.
 *
 * @param {string} root
 * @param {{ inputs: string[], ignored: RegExp }} sources
 */
export function fingerprint(root, { inputs, ignored }) {
  const hash = createHash('sha256')
  for (const input of inputs) addPath(hash, root, input, ignored)
  return hash.digest('hex')
}

function addPath(hash, root, path, ignored) {
  const absolute = join(root, path)
  if (ignored.test(path) || !existsSync(absolute)) return
  if (statSync(absolute).isDirectory()) {
    for (const name of readdirSync(absolute).sort()) addPath(hash, root, `${path}/${name}`, ignored)
    return
  }
  const content = readFileSync(absolute)
  hash.update(`${path}\0${content.length}\0`).update(content)
}

/** @param {string} output absolute path of a built folder */
export function readStamp(output) {
  const stamp = join(output, stampName)
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null
}

/** Written last: a build that was killed halfway has no stamp or the old one, and is done again. */
export function writeStamp(output, print) {
  writeFileSync(join(output, stampName), print)
}
