import '../../shared/ui/panel.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { organizationKindName, validityText } from '../../shared/ui/field-words.ts'
import { PageHeader, type Step } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { RecordHistory } from '../../shared/ui/record-history.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { TreeView } from '../../shared/ui/tree-view.tsx'
import { OrganizationActions } from './organization-actions.tsx'
import {
  type OrganizationPage as Organization,
  useOrganization,
  useOrganizationBranch,
} from './organization-queries.ts'

export function OrganizationPage() {
  const { id } = getRouteApi('/frame/organizations/$id').useParams()
  const { data, error, isPending } = useOrganization(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader title={m['office.organizations.title']()} />
        <ProblemNotice
          error={error}
          action={<Link to="/organizations">{m['office.organizations.back']()}</Link>}
        />
      </>
    )
  }
  return <OrganizationSheets key={id} organization={data} />
}

function OrganizationSheets({ organization }: { organization: Organization }) {
  const may = useMay()
  const trail: Step[] = [
    { label: m['office.organizations.title'](), link: { to: '/organizations' } },
    ...organization.ancestors.map(
      ({ id, name }): Step => ({
        label: name,
        link: { to: '/organizations/$id', params: { id } },
      }),
    ),
  ]
  return (
    <>
      <PageHeader
        title={organization.name}
        trail={trail}
        aside={<StatusTag tone="active">{organizationKindName(organization.kind)}</StatusTag>}
        actions={<OrganizationActions organization={organization} />}
      />
      <div className="panels">
        <Panel title={m['office.organizations.facts']()}>
          <Facts facts={factsOf(organization)} />
        </Panel>
        <Panel
          title={m['office.organizations.below']()}
          aside={
            <StatusTag>
              {m['office.organizations.count']({ count: formatCount(organization.childCount) })}
            </StatusTag>
          }
          flush
        >
          <Below organization={organization} />
        </Panel>
        {may('audit.read') && <RecordHistory subjectId={organization.id} />}
      </div>
    </>
  )
}

function factsOf(organization: Organization) {
  const { areaId, areaName } = organization
  return [
    { term: m['office.field.code'](), value: organization.code },
    { term: m['office.field.shortName'](), value: organization.shortName },
    {
      term: m['office.field.area'](),
      value: areaId && (
        <Link to="/areas/$id" params={{ id: areaId }}>
          {areaName}
        </Link>
      ),
    },
    { term: m['office.areas.validity'](), value: validityText(organization) },
    { term: m['office.organizations.heldSites'](), value: formatCount(organization.heldSiteCount) },
    {
      term: m['office.organizations.supervisedSites'](),
      value: formatCount(organization.supervisedSiteCount),
    },
    { term: m['office.organizations.users'](), value: formatCount(organization.userCount) },
  ]
}

function Below({ organization }: { organization: Organization }) {
  return (
    <TreeView
      label={m['office.organizations.below']()}
      useBranch={useOrganizationBranch}
      below={organization.id}
      render={(node) => (
        <>
          <Link to="/organizations/$id" params={{ id: node.id }}>
            {node.name}
          </Link>
          <span className="tree-detail">{organizationKindName(node.kind)}</span>
        </>
      )}
      empty={<EmptyState title={m['office.organizations.nothingBelow']()} />}
    />
  )
}
