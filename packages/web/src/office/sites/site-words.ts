import type { SiteState } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { Tone } from '../../shared/ui/status-tag.tsx'
import type { Missing } from './site-search.ts'

const STATES: Readonly<Record<SiteState, { name: () => string; tone: Tone }>> = {
  active: { name: m['office.sites.state.active'], tone: 'good' },
  paused: { name: m['office.sites.state.paused'], tone: 'caution' },
  retired: { name: m['office.sites.state.retired'], tone: 'plain' },
}
const MISSING_NAMES: Readonly<Record<Missing, () => string>> = {
  area: m['office.sites.missing.area'],
  position: m['office.sites.missing.position'],
  holder: m['office.sites.missing.holder'],
  supervisor: m['office.sites.missing.supervisor'],
}

export const stateName = (state: SiteState): string => STATES[state].name()
export const stateTone = (state: SiteState): Tone => STATES[state].tone
export const missingName = (missing: Missing): string => MISSING_NAMES[missing]()
