import sharp from 'sharp'
import type { Dice } from './dice.ts'

const [WIDTH, HEIGHT] = [800, 600]
const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What lies about where something is wrong. */
function litter(dice: Dice): string {
  const colors = ['#c2410c', '#57534e', '#a16207', '#1d4ed8', '#166534', '#e7e5e4']
  return Array.from({ length: 14 }, () => {
    const [x, y] = [80 + dice.below(640), 430 + dice.below(120)]
    const size = 8 + dice.below(20)
    return dice.chance(0.5)
      ? `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${dice.pick(colors)}"/>`
      : `<rect x="${x}" y="${y}" width="${size}" height="${size * 0.6}" fill="${dice.pick(colors)}" transform="rotate(${dice.below(90)} ${x} ${y})"/>`
  }).join('')
}

function houses(dice: Dice): string {
  const walls = ['#e7ddcc', '#d9cbb3', '#cfd8d3', '#e2d2c3', '#c9d3dc']
  return Array.from({ length: 6 }, (_, index) => {
    const [x, height] = [index * 135 - 10, 150 + dice.below(140)]
    const windows = Array.from({ length: 9 }, (_unused, at) => {
      const [column, row] = [at % 3, Math.floor(at / 3)]
      return `<rect x="${x + 16 + column * 36}" y="${400 - height + 22 + row * 44}" width="22" height="26" fill="#8fa3ab"/>`
    }).join('')
    return `<rect x="${x}" y="${400 - height}" width="128" height="${height}" fill="${dice.pick(walls)}"/>${windows}`
  }).join('')
}

/**
 * A drawn picture of a street: littered before, clean after. It says on its face that it is drawn, so that nobody takes it for a photo.
 */
export function drawPhoto(dice: Dice, label: string, isClean: boolean): Promise<Buffer> {
  const sky = isClean ? '#cfe4ee' : '#d8dcdc'
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
      <rect width="${WIDTH}" height="${HEIGHT}" fill="${sky}"/>${houses(dice)}
      <rect y="400" width="${WIDTH}" height="200" fill="#9aa09c"/><rect y="400" width="${WIDTH}" height="26" fill="#c9ccc6"/>
      <path d="M0 520H800" stroke="#f5f5f0" stroke-width="6" stroke-dasharray="46 30"/>${isClean ? '' : litter(dice)}
      <rect y="560" width="${WIDTH}" height="40" fill="#1c2526" opacity="0.72"/>
      <text x="18" y="587" font-size="20" fill="#fff" font-family="Noto Sans CJK SC, sans-serif">${escaped(label)}</text>
    </svg>`),
  )
    .jpeg({ quality: 78 })
    .toBuffer()
}
