export type TextEncoding = 'utf-8' | 'gb18030'

/** The bytes of a text file: UTF-8 with a byte order mark, as Excel needs it, or GB18030 without. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  return encoding === 'utf-8' ? Buffer.from(`\uFEFF${text}`, 'utf8') : encodeGb18030(text)
}

/** Only the one- and two-byte part of GB18030: it holds every character that the city's names use. */
function encodeGb18030(text: string): Buffer {
  const pairs = twoBytePairs()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = pairs.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else throw new RangeError(`GB18030 has no two-byte code for ${character}`)
  }
  return Buffer.from(bytes)
}

/** The platform decodes GB18030 but does not encode it, so the table is read backwards. */
function twoBytePairs(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !pairs.has(character)) pairs.set(character, lead * 256 + trail)
    }
  }
  return pairs
}
