import { hash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/**
 * An opaque secret that begins with its city, so that it can be looked up by a key that begins with the city.
 * Only its hash is stored.
 */
export const makeToken = (cityId: string): string =>
  `${Buffer.from(cityId.replaceAll('-', ''), 'hex').toString('base64url')}.${randomBytes(TOKEN_BYTES).toString('base64url')}`

export const hashToken = (token: string): string => hash('sha256', token, 'hex')

/** The city a token belongs to, or null when it is none of ours. */
export function cityOfToken(token: string): string | null {
  const city = /^(?<city>[A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/.exec(token)?.groups?.city
  if (!city) return null
  const hex = Buffer.from(city, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
