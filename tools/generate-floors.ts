import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FLOORS } from './house/floors.mjs'

const rooms = fileURLToPath(new URL('../packages/server/src/rooms', import.meta.url))
const BEGIN = '<!-- floors: made by `npm run generate` -->'
const END = '<!-- /floors -->'

/** A room's purpose and tables, in the words of its own README. */
async function aboutRoom(room: string): Promise<string> {
  const readme = await readFile(join(rooms, room, 'README.md'), 'utf8')
  const line = (title: string): string =>
    new RegExp(`^- \\*\\*${title}\\*\\*: (?<text>.*)$`, 'm').exec(readme)?.groups?.text ?? ''
  const title = /^# (?<title>.*)$/m.exec(readme)?.groups?.title ?? room
  return `| ${title} | ${line('For')} | ${line('Tables')} |`
}

/** The document with its table of floors made anew from tools/house/floors.mjs and the rooms' READMEs. */
export async function describeFloors(document: string): Promise<string> {
  const text = await readFile(document, 'utf8')
  const sections = await Promise.all(
    FLOORS.map(async ({ floor, rooms: names }) => {
      const rows = await Promise.all(names.map(aboutRoom))
      return [`### Floor ${floor}`, '', '| room | for | tables |', '|---|---|---|', ...rows, ''].join('\n')
    }),
  )
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${document} lacks the marks ${BEGIN} … ${END}`)
  return `${before}${BEGIN}\n${sections.join('\n')}${END}${after}`
}
