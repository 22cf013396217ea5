import {
  type AnswerKind,
  type ChecklistItem,
  type Finding,
  flaw,
  ITEM_GUESSES,
  type ItemGuess,
  itemFlaws,
  type PhotoRule,
  readAnswerWords,
  startingItem,
} from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { saidFlaw } from '../versions/content.ts'
import { GUESS_WORDS } from './columns.ts'
import { readListed } from './listed-words.ts'
import type { Context, Row } from './said-checklists.ts'

const isPhotoRule = (value: string): value is PhotoRule => value === 'onFailure' || value === 'never'

const guessesIn = (text: string): ItemGuess[] => {
  const words = readListed(text)
  return ITEM_GUESSES.filter((guess) => words.includes(GUESS_WORDS[guess]) || words.includes(guess))
}

/** What a new item has beside what its row says: why a photo is taken, as the checklists that ship say it. */
export type NewItem = { readonly photoPurpose: string }

type Field = Parameters<Context['has']>[0]

function answerIn(
  { line, values }: Row,
  before: ChecklistItem,
  context: Context,
  findings: Finding[],
): AnswerKind {
  if (values.answer === null) return before.answer
  const answer = readAnswerWords(values.answer)
  if (answer) return answer
  findings.push(
    context.error(line, 'answer', flaw('answer-unreadable', { value: values.answer.slice(0, 40) })),
  )
  return before.answer
}

function laidOver(before: ChecklistItem, row: Row, answer: AnswerKind, context: Context): ChecklistItem {
  // what the file has no column for stays as it was
  const pick = <T>(field: Field, was: T, is: T): T => (context.has(field) ? is : was)
  const { values } = row
  const photo = values.photo !== null && isPhotoRule(values.photo) ? values.photo : before.photo
  return {
    id: before.id,
    code: before.code,
    text: values.text ?? before.text,
    dimension: values.dimension ?? before.dimension,
    answer,
    protocol: pick('protocol', before.protocol, values.protocol ?? ''),
    exemptions: pick('exemptions', before.exemptions, readListed(values.exemptions ?? '')),
    photo,
    photoPurpose: values.photoPurpose ?? before.photoPurpose,
    handOver: values.handOver === null ? before.handOver : values.handOver === 'yes',
    weight: values.weight ?? before.weight,
    guesses: pick('guesses', before.guesses, guessesIn(values.guesses ?? '')),
  }
}

/** An item as its row says it, laid over the one that stands under its code; null where the row says no item. */
export function itemOf(
  row: Row,
  standing: ChecklistItem | undefined,
  { photoPurpose }: NewItem,
  context: Context,
): { item: ChecklistItem; findings: Finding[] } | null {
  const { itemCode, text, dimension } = row.values
  if (itemCode === null || text === null || dimension === null) return null
  const code = itemCode.replace(/\s+/gu, '')
  const before = standing ?? startingItem({ id: uuidv7(), code, text, dimension, photoPurpose })
  const findings: Finding[] = []
  const answer = answerIn(row, before, context, findings)
  const item = laidOver(before, row, answer, context)
  const [wrong] = itemFlaws(item)
  if (wrong)
    findings.push(context.error(row.line, fieldOf(wrong.path[0]), flaw('item-flawed', saidFlaw(wrong))))
  return { item, findings }
}

/** The column a flaw of an item is shown in. */
const fieldOf = (place: string | number | undefined): Field =>
  place === 'answer' || place === 'photoPurpose' || place === 'weight' || place === 'exemptions'
    ? place
    : 'text'
