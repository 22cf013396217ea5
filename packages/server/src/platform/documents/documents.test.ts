import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { linksOf, partsOf } from '../../testing/document-parts.ts'
import type { Block, FigureRun, PrintedDocument } from './document.ts'
import { chineseNumber, numbered } from './numbering.ts'
import { writeDocument } from './write-document.ts'

const figure = (text: string, source: number, marked = true): FigureRun => ({
  kind: 'figure',
  text,
  source,
  marked,
})

const briefing = (blocks: readonly Block[], more: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: '关于实地测评情况的通报',
  redHead: { issuer: '清澜市精神文明建设委员会办公室文件', number: '清文明办〔2026〕12号' },
  addressee: '各责任单位',
  landscape: false,
  blocks,
  ...more,
})

describe('an official document', () => {
  it('has a red head as wide as its page, margins of 37, 35, 28 and 26 mm, and numbers on the outer side', async () => {
    const parts = await partsOf(await writeDocument(briefing([{ kind: 'paragraph', text: '如下。' }])))
    const text = parts.get('word/document.xml')?.toString() ?? ''
    expect(text).toContain('<w:color w:val="FF0000"/>')
    expect(text).toContain('清文明办〔2026〕12号')
    expect(text).toContain('各责任单位：')
    expect(text).toMatch(/w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/u)
    const footers = Array.from(parts.keys()).filter((name) => name.startsWith('word/footer'))
    expect(footers).toHaveLength(2)
    expect(parts.get('word/settings.xml')?.toString()).toContain('evenAndOddHeaders')
  })

  it('leads from every figure to its source and back', async () => {
    const { bookmarks, anchors } = await linksOf(
      await writeDocument(
        briefing(
          [
            { kind: 'paragraph', text: ['检查点位', figure('58', 1), '个，其中', figure('9', 2), '个。'] },
            {
              kind: 'table',
              columns: [{ header: '点位', width: 1 }],
              rows: [[[figure('58', 1, false)]], [['无']]],
            },
          ],
          {
            further: [
              {
                landscape: true,
                blocks: [
                  { kind: 'sources', entries: [1, 2].map((number) => ({ number, text: '取数口径' })) },
                ],
              },
            ],
          },
        ),
      ),
    )
    expect(bookmarks).toEqual(['figure_1', 'figure_2', 'figure_1_2', 'source_1', 'source_2'])
    expect(anchors).toEqual(['source_1', 'source_2', 'source_1', 'figure_1', 'figure_2'])
  })

  it('carries pictures two in a row and a chart whose numbers lie in a workbook to be edited', async () => {
    const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#0f5e6e' } })
      .jpeg()
      .toBuffer()
    const picture = { bytes, type: 'jpg' as const, width: 80, height: 60, caption: '图1　楼道堆物' }
    const parts = await partsOf(
      await writeDocument(
        briefing([
          { kind: 'pictures', pictures: [picture, { ...picture, caption: '图2　占道经营' }, picture] },
          {
            kind: 'chart',
            title: '各街道得分率',
            categories: ['东河街道', '西山街道'],
            series: [{ name: '本轮', values: [92.5, null] }],
            numberFormat: '0.0',
          },
        ]),
      ),
    )
    const text = parts.get('word/document.xml')?.toString() ?? ''
    expect(text.match(/<w:tr>|<w:tr /gu)).toHaveLength(2)
    const names = Array.from(parts.keys())
    expect(names.some((name) => name.startsWith('word/charts/chart'))).toBe(true)
    expect(names.some((name) => name.startsWith('word/embeddings/') && name.endsWith('.xlsx'))).toBe(true)
  })
})

describe('numbered headings', () => {
  it('count within the heading above, as 一、（一）1.', () => {
    const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, text: 'x', numbered: true })
    const texts = numbered([heading(1), heading(2), heading(3), heading(2), heading(1), heading(2)]).map(
      (block) => (block.kind === 'heading' ? block.text : ''),
    )
    expect(texts).toEqual(['一、x', '（一）x', '1. x', '（二）x', '二、x', '（一）x'])
  })

  it('count on beyond ten', () => {
    expect([1, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
    ])
  })
})
