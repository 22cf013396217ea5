import { equalPoints, Problem, WEIGHING_WAYS, weigh } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber, Radio } from 'antd'
import { call } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { type FrameworkNode, forgetVersion, type Version } from './framework-queries.ts'
import type { Forest } from './framework-tree.ts'
import { pointsText } from './framework-words.ts'
import { fourDecimals } from './points-rule.ts'

type Way = (typeof WEIGHING_WAYS)[number]
type Values = { points: number; way: Way; decimals: number }
type Props = {
  version: Version
  forest: Forest<FrameworkNode>
  node: FrameworkNode | undefined
  onClose: () => void
}

const USUAL_TOTAL = 100
const USUAL_DECIMALS = 2

/** Gives points out below an indicator, or over the whole draft; what would come of it is seen before. */
export function WeighDrawer({ version, forest, node, onClose }: Props) {
  const queries = useQueryClient()
  const part = node?.kind === 'indicator' ? node : undefined
  const sum = part ? (forest.sums.get(part.id) ?? 0) : version.pointsSum
  const wanted = part ? (part.points ?? sum) : (version.totalPoints ?? USUAL_TOTAL)
  const save = async ({ points, way, decimals }: Values) => {
    await call('weighFramework', {
      params: { id: version.id },
      body: { nodeId: part?.id ?? null, points, way, decimals, basedOn: version.revision },
    })
    await forgetVersion(queries, version.id)
  }
  return (
    <FormDrawer<Values>
      title={
        part
          ? m['office.frameworks.weigh.titleOf']({ code: part.code })
          : m['office.frameworks.weigh.title']()
      }
      lead={part ? part.text : m['office.frameworks.weigh.lead']()}
      values={{ points: wanted, way: 'inProportion', decimals: USUAL_DECIMALS }}
      submitLabel={m['office.frameworks.weigh.action']()}
      save={save}
      refresh={() => forgetVersion(queries, version.id)}
      onClose={onClose}
    >
      <Form.Item
        name="points"
        label={m['office.frameworks.weigh.points']()}
        extra={m['office.frameworks.weigh.now']({ sum: pointsText(sum) })}
        rules={[{ required: true, message: m['office.frameworks.pointsMissing']() }, fourDecimals()]}
      >
        <InputNumber min={0} max={100_000} className="number-wide" />
      </Form.Item>
      <Form.Item name="way" label={m['office.frameworks.weigh.way']()}>
        <Radio.Group
          className="choice-lines"
          options={[
            { value: 'inProportion', label: m['office.frameworks.weigh.inProportion']() },
            { value: 'equally', label: m['office.frameworks.weigh.equally']() },
          ]}
        />
      </Form.Item>
      <Form.Item name="decimals" label={m['office.frameworks.weigh.decimals']()}>
        <Radio.Group
          className="choice-row"
          options={[0, 1, 2, 3, 4].map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => (
          <Outcome forest={forest} nodeId={part?.id ?? null} values={getFieldsValue(true)} />
        )}
      </Form.Item>
    </FormDrawer>
  )
}

type OutcomeProps = { forest: Forest<FrameworkNode>; nodeId: string | null; values: Values }

/** What each part would have, computed as the server will. */
function Outcome({ forest, nodeId, values }: OutcomeProps) {
  const given = outcomeOf(forest, nodeId, values)
  if (given === null) return <p className="node-hint">{m['office.frameworks.weigh.impossible']()}</p>
  const after = (node: FrameworkNode): number => given.get(node.id) ?? node.points ?? 0
  const changed = [...given].filter(([id, points]) => forest.byId.get(id)?.points !== points).length
  const children = forest.children.get(nodeId) ?? []
  return (
    <>
      <p role="status">{m['office.frameworks.weigh.changes']({ count: formatCount(changed) })}</p>
      <ul className="weigh-outcome">
        {children
          .filter(({ kind }) => kind === 'criterion')
          .map((node) => (
            <li key={node.id}>
              <span className="weigh-name">
                {node.code} {node.text}
              </span>
              <span className="weigh-change">
                {pointsText(node.points ?? 0)}
                {!equalPoints(node.points ?? 0, after(node)) && <strong> → {pointsText(after(node))}</strong>}
              </span>
            </li>
          ))}
      </ul>
    </>
  )
}

/** Points by node as they would be; null when they cannot be given out so. */
export function outcomeOf(forest: Forest<FrameworkNode>, nodeId: string | null, wanted: Values) {
  if (typeof wanted.points !== 'number') return null
  try {
    const points = weigh([...forest.byId.values()], { nodeId, ...wanted })
    return new Map(points.map((one) => [one.id, one.points]))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
