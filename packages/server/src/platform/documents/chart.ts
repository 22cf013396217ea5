import { AlignmentType, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import type { DocumentChart } from './document.ts'
import { pointsAcross } from './page.ts'

/** Teal for what is looked at first, sand for what stands beside it. */
const COLORS = ['0F5E6E', 'C9A86A', '9FB8BB', 'C8372D'] as const
const PIXELS_PER_POINT = 96 / 72
const HEIGHT = 290
/** From so many categories on their names are slanted. */
const MANY_CATEGORIES = 9

/** A chart of columns as wide as the type area. Its numbers lie in a workbook inside the document: Word and WPS edit them. */
export const chartOf = (
  { title, categories, series, numberFormat, most }: DocumentChart,
  landscape: boolean,
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 200, after: 100 },
    keepNext: true,
    children: [
      new ChartRun({
        type: 'column',
        title: { text: title, font: { size: 12 } },
        font: { name: '宋体' },
        categories: [...categories],
        series: series.map((one, at) => ({
          ...one,
          values: [...one.values],
          color: COLORS[at % COLORS.length] ?? COLORS[0],
        })),
        gapWidth: 60,
        overlap: 0,
        categoryAxis: categories.length >= MANY_CATEGORIES ? { labelRotation: -45 } : {},
        valueAxis: most === undefined ? { minimum: 0 } : { minimum: 0, maximum: most },
        dataLabels: { value: true, numberFormat, font: { size: 8 } },
        transformation: { width: Math.floor(pointsAcross(landscape) * PIXELS_PER_POINT), height: HEIGHT },
        altText: { name: title, title },
      }),
    ],
  })
