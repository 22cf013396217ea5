import type { SheetNames } from '../framework/sheet-names.ts'
import { halfWidth, tidyText } from '../import/plain-text.ts'

/** Says what role an organization has, before its name: 牵头单位：市城管局 */
const ROLE = /^(?:牵头|主管|主责|配合|协办|协同|责任|属地|第?[一二三1-3])?(?:责任)?(?:单位|部门)?\s*[:：]\s*/u
const NOBODY = /^(?:[-—–/\\.、*]+|无|没有|暂无|不详|待定)$/u
/** How names of organizations end; a blank between two such words parts them. */
const ENDINGS =
  /(?:[局委办部处科所站队院校厂店行社会厅署区镇乡村]|中心|公司|集团|街道|支队|大队|政府|社区|银行|协会|联合会|物业|医院|学校|市场|商场|公安)$/u

const withoutRole = (text: string): string => tidyText(text).replace(ROLE, '')

/** Several names with nothing but blanks or slashes between them, each ending as organizations do. */
function finer(name: string): string[] {
  const parts = name.split(/[\s/／|]+/u).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => part.length >= 2 && ENDINGS.test(part)) ? parts : [name]
}

/**
 * The organizations that a cell names (责任单位拆分), in its order, each once: 市城管局、东河街道办 · 牵头单位：市城管局；配合单位：东河街道办 ·
 * 市城管局/东河街道办. A name the city knows is never taken apart.
 */
export function splitOrganizations(cell: string, names: SheetNames): string[] {
  const parts = names.namesIn(tidyText(cell)).map(withoutRole)
  const said = parts.flatMap((part) => (names.knows(part) ? [part] : finer(part)))
  return [...new Set(said.filter((name) => name !== '' && !NOBODY.test(halfWidth(name))))]
}
