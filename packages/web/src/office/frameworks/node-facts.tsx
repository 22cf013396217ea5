import { m } from '@chuangcheng/messages'
import { Facts } from '../../shared/ui/facts.tsx'
import type { FrameworkNode } from './framework-queries.ts'
import { methodName, originName, pointsText, roleName } from './framework-words.ts'
import { LeadNames } from './lead-field.tsx'
import { useSiteTypes } from './node-fields.tsx'
import { RuleWords } from './rules/rule-words.tsx'

/** What is said of a node, to read. */
export function NodeFacts({ node, versionId }: { node: FrameworkNode; versionId: string }) {
  return (
    <div className="node-body">
      <p className="node-text">{node.text}</p>
      {node.kind === 'criterion' ? (
        <CriterionFacts node={node} versionId={versionId} />
      ) : (
        <Facts
          facts={[
            {
              term: m['office.frameworks.field.points'](),
              value: node.points === null ? null : pointsText(node.points),
            },
            { term: m['office.frameworks.field.note'](), value: node.note },
          ]}
        />
      )}
    </div>
  )
}

function CriterionFacts({ node, versionId }: { node: FrameworkNode; versionId: string }) {
  const types = useSiteTypes().data?.items ?? []
  const comma = m['office.history.listComma']()
  const chosen = types.filter(({ id }) => node.siteTypeIds.includes(id)).map(({ name }) => name)
  return (
    <>
      <Facts
        facts={[
          {
            term: m['office.frameworks.field.points'](),
            value: node.points === null ? null : pointsText(node.points),
          },
          { term: m['office.frameworks.field.role'](), value: roleName(node.role) },
          { term: m['office.frameworks.field.origin'](), value: originName(node.origin) },
          { term: m['office.frameworks.field.methods'](), value: node.methods.map(methodName).join(comma) },
          { term: m['office.frameworks.field.siteTypes'](), value: chosen.join(comma) },
          {
            term: m['office.frameworks.field.lead'](),
            value: <LeadNames versionId={versionId} nodeId={node.id} />,
          },
          { term: m['office.frameworks.field.note'](), value: node.note },
        ]}
      />
      <h3 className="node-subtitle">{m['office.frameworks.field.rule']()}</h3>
      <RuleWords rule={node.rule} />
    </>
  )
}
