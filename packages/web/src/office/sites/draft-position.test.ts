import { expect, test } from 'vitest'
import { flawOf, givenPosition, pairIn, pinOf } from './draft-position.ts'

const typed = (
  longitude: number | null,
  latitude: number | null,
  datum: 'WGS84' | 'GCJ-02' | null = 'WGS84',
) => ({
  longitude,
  latitude,
  datum,
})

test('a position is whole, on the globe and of a known datum, or it is not there at all', () => {
  expect(flawOf(typed(null, null, null))).toBe(null)
  expect(flawOf(typed(113, null))).toBe('incomplete')
  expect(flawOf(typed(113, 23, null))).toBe('datumMissing')
  expect(flawOf(typed(23, 113))).toBe('swapped')
  expect(flawOf(typed(2_531_000, 404_000))).toBe('outOfRange')
  expect(flawOf(typed(113, 23))).toBe(null)
})

test('reads what maps put on the clipboard, whichever comes first', () => {
  expect(pairIn('113.264385,23.129112')).toEqual({ longitude: 113.264385, latitude: 23.129112 })
  expect(pairIn(' 23.129112 N, 113.264385 E')).toEqual({ longitude: 113.264385, latitude: 23.129112 })
  expect(pairIn('113.264385')).toBe(null)
})

test('shows a pin only where the place on our map is known', () => {
  const site = {
    position: { longitude: 113.1, latitude: 23.1 },
    givenPosition: { longitude: 113.105, latitude: 23.097, datum: 'GCJ-02' },
  } as const
  expect(pinOf(typed(113, 23), undefined)).toMatchObject({ longitude: 113, latitude: 23 })
  expect(pinOf(typed(113.105, 23.097, 'GCJ-02'), site)).toEqual(site.position)
  expect(pinOf(typed(113.2, 23.097, 'GCJ-02'), site)).toBe(null)
  expect(givenPosition(typed(113, null))).toBe(null)
})
