import type { AssessmentMethod } from '../framework/framework.ts'
import { type PartsOf, products, subjectsOf, vectorsOf, type WeighedText, wordsOf } from './text-weights.ts'

/** A checklist item as it is compared (检查项). */
export type ItemToTie = {
  readonly id: string
  readonly text: string
  readonly dimension: string
  readonly checklistName: string
  readonly siteTypeIds: readonly string[]
}

/** A criterion as it is compared (测评标准); `above` are the texts of the indicators above it, the top first. */
export type CriterionToTie = {
  readonly id: string
  readonly text: string
  readonly above: readonly string[]
  readonly methods: readonly AssessmentMethod[]
  readonly siteTypeIds: readonly string[]
}

/** A tie that the texts suggest (推荐的对应); likeness 0–1. */
export type ProposedTie = { readonly itemId: string; readonly criterionId: string; readonly likeness: number }

/** Methods by which somebody looks on site, as an item of a checklist is looked at. */
const LOOKING_METHODS: readonly AssessmentMethod[] = ['siteInspection', 'covertVisit', 'hotlineTest']
export const isLookedAt = (methods: readonly AssessmentMethod[]): boolean =>
  methods.some((method) => LOOKING_METHODS.includes(method))

/** How many criteria an item is proposed for at most, and from what likeness. */
const MOST_PER_ITEM = 3
const LEAST_LIKENESS = 0.2
/** A guess far behind the best of its item is noise. */
const LEAST_OF_BEST = 0.6

/** Both name a type of site: the likeness rises; they name others: it shrinks to a part. */
const SAME_TYPE_FACTOR = 1.3
const SAME_TYPE_GAIN = 0.1
const OTHER_TYPE_PART = 0.5
/** A criterion that nobody looks at on site is hardly observed by an item. */
const NOT_LOOKED_AT_PART = 0.3

const wordTexts = ({ text, checklistName, dimension }: ItemToTie): WeighedText[] => [
  { text, weight: 1 },
  { text: checklistName, weight: 0.5 },
  { text: dimension, weight: 0.3 },
]
/** The name of a checklist says where, not what: with it, every item of a library would speak of culture. */
const subjectTexts = ({ text, dimension }: ItemToTie): WeighedText[] => [
  { text, weight: 1 },
  { text: dimension, weight: 0.3 },
]

const textsOfCriterion = ({ text, above }: CriterionToTie): WeighedText[] => [
  { text, weight: 1 },
  ...above.map((indicator, at) => ({ text: indicator, weight: at === above.length - 1 ? 0.4 : 0.15 })),
]

/** The likeness of the texts, raised or lowered by what else is known of both. */
export function adjusted(textLikeness: number, item: ItemToTie, criterion: CriterionToTie): number {
  let likeness = textLikeness
  if (item.siteTypeIds.length > 0 && criterion.siteTypeIds.length > 0) {
    const meet = criterion.siteTypeIds.some((id) => item.siteTypeIds.includes(id))
    likeness = meet ? likeness * SAME_TYPE_FACTOR + SAME_TYPE_GAIN : likeness * OTHER_TYPE_PART
  }
  if (!isLookedAt(criterion.methods)) likeness *= NOT_LOOKED_AT_PART
  return Math.min(1, Math.max(0, likeness))
}

/** Texts are alike by the words they share, and by what they speak of. */
const WORDS_PART = 0.5
const SUBJECTS_PART = 0.5

/** Four decimals are what a person can tell apart, and the same on every machine. */
const rounded = (likeness: number): number => Math.round(likeness * 10_000) / 10_000

function bestOf(ties: readonly ProposedTie[]): ProposedTie[] {
  const sorted = ties.toSorted((a, b) => b.likeness - a.likeness || (a.criterionId < b.criterionId ? -1 : 1))
  const least = Math.max(LEAST_LIKENESS, (sorted[0]?.likeness ?? 0) * LEAST_OF_BEST)
  return sorted.filter(({ likeness }) => likeness >= least).slice(0, MOST_PER_ITEM)
}

/**
 * Ties that the texts suggest, at most three an item, the likeliest first. Rare words count more; subjects that are said in different
 * words meet through {@link RELATED_WORDS}; common types of sites raise the likeness, and so does that somebody looks on site.
 */
export function proposeTies(items: readonly ItemToTie[], criteria: readonly CriterionToTie[]): ProposedTie[] {
  const productsBy = (partsOf: PartsOf, textsOf: (item: ItemToTie) => WeighedText[]) => {
    const vectors = vectorsOf([...items.map(textsOf), ...criteria.map(textsOfCriterion)], partsOf)
    return products(vectors.slice(0, items.length), vectors.slice(items.length))
  }
  const [byWords, bySubjects] = [productsBy(wordsOf, wordTexts), productsBy(subjectsOf, subjectTexts)]
  return items.flatMap((item, at) => {
    const [words, subjects] = [byWords[at], bySubjects[at]]
    const met = new Set([...(words?.keys() ?? []), ...(subjects?.keys() ?? [])])
    const ties = [...met].flatMap((place) => {
      const criterion = criteria[place]
      if (!criterion) return []
      const texts = (words?.get(place) ?? 0) * WORDS_PART + (subjects?.get(place) ?? 0) * SUBJECTS_PART
      return [
        { itemId: item.id, criterionId: criterion.id, likeness: rounded(adjusted(texts, item, criterion)) },
      ]
    })
    return bestOf(ties)
  })
}
