import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '../packages/server/src/platform/database/migrate.ts'
import { startTemporaryEngine } from '../packages/server/src/platform/engine/temporary-engine.ts'
import { describeSchema } from './generate-schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** Columns whose check constraint is a list of the domain's: they get its type. */
const columns = {
  'area.level': 'AreaLevel',
  'area_boundary.datum': 'Datum',
  'area_succession.kind': 'SuccessionKind',
  'assessment.kind': 'AssessmentKind',
  'audit_block.algorithm': 'HashAlgorithm',
  'case_file.ground': 'HandoverGround',
  'case_file.responsible': "import('@chuangcheng/domain').Answerable[]",
  'case_file.state': 'CaseState',
  'case_step.step': 'CaseStepKind',
  'case_workflow.definition': 'CaseWorkflow',
  'briefing.planned': 'Record<string, number>',
  'checklist.kind': 'ChecklistKind',
  'checklist_version.items': "import('@chuangcheng/domain').ChecklistItem[]",
  'checklist_version.state': 'ColumnType<VersionState, VersionState | undefined>',
  'figure.key': 'FigureKey',
  'figure.params': 'FigureParams',
  'figure.rows': 'KeptCase[] | null',
  'figure.value': 'FigureValue',
  'duty.role': 'DutyRole',
  'duty.target': 'DutyTarget',
  'framework.campaign': 'CampaignKind',
  'framework_node.guesses': 'ColumnType<Guess[], Guess[] | undefined>',
  'framework_node.kind': 'NodeKind',
  'framework_node.methods': 'ColumnType<AssessmentMethod[], AssessmentMethod[] | undefined>',
  'framework_node.origin': 'ColumnType<CriterionOrigin, CriterionOrigin | undefined>',
  'framework_node.role': 'ColumnType<CriterionRole, CriterionRole | undefined>',
  'framework_node.rule': 'Rule | null',
  'framework_version.state': 'ColumnType<VersionState, VersionState | undefined>',
  'finding.because': 'HandoverGround',
  'finding.responsible': "import('@chuangcheng/domain').Answerable[]",
  'inspection_round.kind': 'RoundKind',
  'item_criterion.state': 'MappingState',
  'observation.outcome': 'ObservationOutcome',
  'observation_sheet.lists': 'SheetLists',
  'said_name.kind': 'SaidKind',
  'organization.kind': 'OrganizationKind',
  'role.permissions': 'Permission[]',
  'round_site.origin': 'SiteOrigin',
  'self_check_answer.standing': 'Standing',
  'site.state': 'SiteState',
  'site_visit.state': 'ColumnType<VisitState, VisitState | undefined>',
  'user_account.locale': "ColumnType<'zh-CN' | 'en', 'zh-CN' | 'en' | undefined>",
  'user_account.state': "ColumnType<'active' | 'disabled', 'active' | 'disabled' | undefined>",
}
const imports = Object.fromEntries(
  [
    'AreaLevel',
    'AssessmentKind',
    'AssessmentMethod',
    'CampaignKind',
    'CaseState',
    'CaseStepKind',
    'CaseWorkflow',
    'ChecklistKind',
    'CriterionOrigin',
    'CriterionRole',
    'Datum',
    'DutyRole',
    'DutyTarget',
    'FigureKey',
    'FigureParams',
    'FigureValue',
    'Guess',
    'HandoverGround',
    'HashAlgorithm',
    'KeptCase',
    'MappingState',
    'NodeKind',
    'ObservationOutcome',
    'OrganizationKind',
    'Permission',
    'RoundKind',
    'Rule',
    'SiteOrigin',
    'SaidKind',
    'SheetLists',
    'SiteState',
    'Standing',
    'SuccessionKind',
    'VersionState',
    'VisitState',
  ].map((name) => [name, '@chuangcheng/domain']),
)

/** The types of our tables and the schema for reading, from a freshly migrated database. */
export async function generateTables(): Promise<{ types: string; schema: string }> {
  const engine = await startTemporaryEngine()
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-tables-'))
  try {
    await migrate(engine.url('postgres'), join(root, 'packages/server/migrations'))
    const out = join(folder, 'tables.ts')
    await run(process.execPath, [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${engine.url('postgres')}`,
      '--include-pattern=public.*',
      '--date-parser=string',
      `--type-mapping=${JSON.stringify({ timestamptz: 'string', int8: 'number', numeric: 'number', jsonb: 'unknown' })}`,
      `--overrides=${JSON.stringify({ columns })}`,
      `--custom-imports=${JSON.stringify(imports)}`,
      `--out-file=${out}`,
      '--log-level=error',
    ])
    const client = new pg.Client({ connectionString: engine.url('postgres') })
    await client.connect()
    const schema = await describeSchema(client)
    await client.end()
    return { types: await readFile(out, 'utf8'), schema }
  } finally {
    await engine.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
