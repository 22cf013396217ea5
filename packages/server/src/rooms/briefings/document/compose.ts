import type { Block, PrintedDocument } from '../../../platform/documents/index.ts'
import { matrixAnnex, sourcesAnnex } from './annexes.ts'
import { Captions, heading, paragraph } from './blocks.ts'
import { FigureBook } from './figure-book.ts'
import type { BriefingMaterial } from './material.ts'
import { dayInWords, purposeOf, scopeOfInspection, type Writing } from './opening.ts'
import { handedOver, typicalProblems } from './problems.ts'
import { itemsBlocks, overallScore, rankings } from './scores.ts'
import type { Say } from './sentence.ts'

const nextSteps = ({ say, material: { heading: head } }: Writing): Block[] => {
  const paragraphs = head.nextSteps.split('\n').filter((line) => line.trim() !== '')
  return paragraphs.length === 0
    ? []
    : [heading(1, say('briefing.heading.next')), ...paragraphs.map((line) => paragraph(line))]
}

/** What is attached, named before the signature (附件说明). */
const attachments = (say: Say, hasMatrix: boolean): Block[] => {
  const names = hasMatrix
    ? [say('briefing.attachedMatrix'), say('briefing.attachedSources')]
    : [say('briefing.attachedSourcesOnly')]
  // A signature does not stand on a page by itself.
  return names.map((text) => ({ kind: 'paragraph', text, keepNext: true }))
}

/** Write a briefing from its material: pure, the same material gives the same document. */
export function composeBriefing(material: BriefingMaterial, say: Say): PrintedDocument {
  const book = new FigureBook(material.figures)
  const writing: Writing = { say, captions: new Captions(say), book, material }
  const { title, issuer, documentNumber, addressee, signedOn } = material.heading
  const body = [
    paragraph(say('briefing.text.opening')),
    heading(1, say('briefing.heading.general')),
    ...purposeOf(writing),
    ...scopeOfInspection(writing),
    ...overallScore(writing),
    ...itemsBlocks(writing),
    ...rankings(writing),
    ...typicalProblems(writing),
    ...handedOver(writing),
    ...nextSteps(writing),
  ]
  const matrix = matrixAnnex(writing)
  const hasMatrix = matrix.length > 0
  return {
    title,
    redHead: { issuer: say('briefing.redHead', { issuer }), number: documentNumber },
    ...(addressee === '' ? {} : { addressee }),
    landscape: false,
    blocks: [
      ...body,
      ...attachments(say, hasMatrix),
      { kind: 'signature', lines: [issuer, dayInWords(say, signedOn)] },
    ],
    further: [...matrix, sourcesAnnex(writing, hasMatrix)],
  }
}
