import { frameworks, type ResponseOf } from '@chuangcheng/contract'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { listEntriesOf } from '../audit/index.ts'
import { getComparison } from './comparison.ts'
import { addNode, changeNode, moveNode, removeNode } from './nodes/actions.ts'
import { confirmNodes } from './nodes/confirming.ts'
import { listNodes } from './nodes/queries.ts'
import { weighDraft } from './nodes/weighing.ts'
import {
  addFramework,
  changeFramework,
  changeVersion,
  removeVersion,
  withdrawVersion,
} from './versions/actions.ts'
import { getVersion, getVersionPage } from './versions/page.ts'
import { listFrameworks } from './versions/queries.ts'

export function frameworkRoutes(house: House): void {
  versionRoutes(house)
  nodeRoutes(house)
}

function versionRoutes(house: House): void {
  reading(house, frameworks.listFrameworks, async (reader) => ({ items: await listFrameworks(reader) }))
  reading(house, frameworks.getFrameworkVersion, (reader, { params }) => getVersionPage(reader, params.id))
  reading(house, frameworks.listFrameworkHistory, async (reader, { params, query }) => {
    const { id } = await getVersion(reader, params.id)
    return listEntriesOf(reader, id, query)
  })
  reading(house, frameworks.compareFrameworkVersions, (reader, { params, query }) =>
    getComparison(reader, params.id, query.with),
  )
  acting(house, frameworks.addFramework, (tx, { actor, body }) => addFramework(tx, actor, body))
  acting(house, frameworks.changeFramework, (tx, { actor, params, body }) =>
    changeFramework(tx, actor, params.id, body),
  )
  acting(house, frameworks.changeFrameworkVersion, (tx, { actor, params, body }) =>
    changeVersion(tx, actor, params.id, body),
  )
  acting(house, frameworks.removeFrameworkVersion, (tx, { actor, params }) =>
    removeVersion(tx, actor, params.id),
  )
  acting(house, frameworks.withdrawFrameworkVersion, (tx, { actor, params, body }) =>
    withdrawVersion(tx, actor, params.id, body),
  )
}

function nodeRoutes(house: House): void {
  reading(house, frameworks.listFrameworkNodes, async (reader, { params, reply }) => {
    const { revision } = await getVersion(reader, params.id)
    const tree: ResponseOf<typeof frameworks.listFrameworkNodes> = {
      revision,
      items: await listNodes(reader, params.id),
    }
    // As the query has it: to find out which kind each of three thousand rules is takes longer than all the rest.
    return reply.serializer(JSON.stringify).send(tree)
  })
  acting(house, frameworks.addFrameworkNode, (tx, { actor, params, body }) =>
    addNode(tx, actor, params.id, body),
  )
  acting(house, frameworks.changeFrameworkNode, (tx, { actor, params, body }) =>
    changeNode(tx, actor, params.id, body),
  )
  acting(house, frameworks.moveFrameworkNode, (tx, { actor, params, body }) =>
    moveNode(tx, actor, params.id, body),
  )
  acting(house, frameworks.removeFrameworkNode, (tx, { actor, params, query }) =>
    removeNode(tx, actor, params.id, query),
  )
  acting(house, frameworks.confirmFrameworkNodes, (tx, { actor, params, body }) =>
    confirmNodes(tx, actor, params.id, body),
  )
  acting(house, frameworks.weighFramework, (tx, { actor, params, body }) =>
    weighDraft(tx, actor, params.id, body),
  )
}
