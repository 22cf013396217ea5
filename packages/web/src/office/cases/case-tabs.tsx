import { m } from '@chuangcheng/messages'
import { useCaseCounts } from '../../shared/cases/case-counts.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { type LinkTab, LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { CASE_TABS, type CaseTab } from './case-search.ts'

/** The parts of the cases that concern the reader, each with how many there are. */
export function CaseTabs({ current }: { current: CaseTab | 'unassigned' }) {
  const may = useMay()
  const counts = useCaseCounts()
  const counted = (name: string, count: number | undefined) =>
    count ? m['office.cases.tabCounted']({ name, count: formatCount(count) }) : name
  const shown = CASE_TABS.filter(
    (tab) => (tab !== 'handle' || may('case.handle')) && (tab !== 'verify' || may('case.verify')),
  )
  const numbers = { handle: counts?.handle, verify: counts?.verify, overdue: counts?.overdue, all: undefined }
  const tabs: LinkTab[] = shown.map((tab) => ({
    label: counted(m[`office.cases.tab.${tab}`](), numbers[tab]),
    link: { to: '/cases', search: { tab } },
    current: current === tab,
  }))
  const inbox: LinkTab = {
    label: counted(m['office.cases.tab.unassigned'](), counts?.dispatch),
    link: { to: '/cases/unassigned' },
    current: current === 'unassigned',
  }
  return <LinkTabs label={m['office.cases.tabs']()} tabs={may('case.dispatch') ? [inbox, ...tabs] : tabs} />
}
