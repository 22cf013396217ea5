/** Levels of areas (区域层级): 市 · 区县 · 街道(镇) · 社区(村) · 网格. */
export const AREA_LEVELS = ['city', 'district', 'subdistrict', 'community', 'gridCell'] as const
export type AreaLevel = (typeof AREA_LEVELS)[number]

/** How one area followed from another (区划变更): 拆分, 合并, 更名. */
export const SUCCESSION_KINDS = ['split', 'merge', 'rename'] as const
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number]

/** True when `child` may lie directly under `parent`: one level or more below it (a city may skip a level). */
export const mayContain = (parent: AreaLevel, child: AreaLevel): boolean =>
  AREA_LEVELS.indexOf(child) > AREA_LEVELS.indexOf(parent)

/** True when something with this validity (有效期, both ends inclusive, local dates) holds on the day. */
export const holdsOn = (validity: { validFrom: string; validTo: string | null }, day: string): boolean =>
  validity.validFrom <= day && (validity.validTo === null || day <= validity.validTo)
