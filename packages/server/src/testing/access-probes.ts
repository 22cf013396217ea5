import { v7 as uuidv7 } from 'uuid'
import type { Street, World } from './given-world.ts'

/** What a request of the access tests is made of: somebody meets something of a place. */
export type Meeting = {
  readonly userId: string
  /** the street whose records are met, and its city */
  readonly street: Street
  readonly world: World
  /** a file, a picture and a session: the caller's own, or somebody else's */
  readonly tableId: string
  readonly pictureId: string
  readonly sessionId: string
}

export type Probe = {
  readonly path: string
  readonly body?: unknown
  /** stands in the answer when the record may be seen */
  readonly shows?: string
  readonly bytes?: true
}

const fresh = (): string => uuidv7().slice(-12)
const STALE = { basedOn: 99 }
const staleStep = () => ({ ...STALE, stepId: uuidv7() })
const preview =
  (path: string) =>
  ({ tableId }: Meeting): Probe => ({ path: `${path}/import/preview`, body: { fileId: tableId } })
const dryRun =
  (path: string) =>
  ({ tableId }: Meeting): Probe => ({
    path: `${path}/import`,
    body: { fileId: tableId, dryRun: true, datum: 'WGS84' },
  })

const textOf = ({ street }: Meeting): string => encodeURIComponent(street.word)
const publishedOf = ({ rulebook }: World): string => `/api/framework-versions/${rulebook.publishedId}`
const draftOf = ({ rulebook }: World): string => `/api/framework-versions/${rulebook.draftId}`
const visitBody = ({ world, street }: Meeting) => ({
  id: uuidv7(),
  roundId: world.roundId,
  siteId: street.siteId,
  checklistVersionId: world.checklist.publishedId,
  startedAt: '2026-11-22T01:00:00Z',
  finishedAt: '2026-11-22T01:30:00Z',
  sentAt: '2026-11-22T02:00:00Z',
  position: null,
  answers: [
    { itemId: world.checklist.itemId, answer: { kind: 'binary', conforms: true }, note: '', photoIds: [] },
  ],
  correctsId: null,
  reason: '',
})
const validity = { validFrom: '2020-01-01', validTo: null }

/** One request for every endpoint, by operationId. Changes are based on a revision that never was: they are let in and change nothing. */
export const PROBES: Readonly<Record<string, (meeting: Meeting) => Probe>> = {
  signIn: () => ({ path: '/api/session', body: { city: 'c1', userName: 'nobody', password: fresh() } }),
  getSetUp: () => ({ path: '/api/set-up' }),
  setUpCity: () => ({
    path: '/api/set-up',
    body: {
      token: 'not-the-set-up-token',
      code: 'x',
      name: 'x',
      administrator: { userName: 'xx', name: 'x', password: 'x' },
      start: 'empty',
    },
  }),
  setPasswordByLink: () => ({ path: '/api/password', body: { token: 'x', password: 'x' } }),
  getSession: () => ({ path: '/api/session' }),
  signOut: () => ({ path: '/api/session' }),
  listMySessions: () => ({ path: '/api/me/sessions' }),
  revokeMySession: ({ sessionId }) => ({ path: `/api/me/sessions/${sessionId}` }),
  changeMyPassword: () => ({ path: '/api/me/password', body: { currentPassword: 'x', newPassword: 'x' } }),
  changeMyLocale: () => ({ path: '/api/me/locale', body: { locale: 'en' } }),
  getWorkbench: () => ({ path: '/api/workbench' }),
  search: (meeting) => ({ path: `/api/search?text=${textOf(meeting)}`, shows: meeting.street.siteId }),
  getBaseMap: () => ({ path: '/api/base-map' }),
  getFile: ({ pictureId }) => ({ path: `/api/files/${pictureId}` }),
  getFileThumbnail: ({ pictureId }) => ({ path: `/api/files/${pictureId}/thumbnail` }),
  uploadFile: () => ({ path: `/api/files?id=${uuidv7()}&name=a.csv`, bytes: true }),
  getCity: () => ({ path: '/api/city' }),
  changeCity: () => ({ path: '/api/city', body: { name: '城市c1' } }),

  listAreas: ({ street }) => ({ path: '/api/areas?limit=500', shows: street.areaId }),
  getArea: ({ street }) => ({ path: `/api/areas/${street.areaId}` }),
  getAreaAt: ({ street }) => ({
    path: `/api/area-at?longitude=${street.longitude}&latitude=${street.latitude}`,
    shows: street.communityId,
  }),
  listAreaBoundaries: ({ street }) => ({
    path: '/api/area-boundaries?level=subdistrict',
    shows: street.areaId,
  }),
  addArea: ({ street }) => ({
    path: '/api/areas',
    body: {
      id: uuidv7(),
      code: fresh(),
      name: '新社区',
      level: 'community',
      kind: null,
      parentId: street.areaId,
      ...validity,
    },
  }),
  changeArea: ({ street }) => ({ path: `/api/areas/${street.areaId}`, body: STALE }),
  succeedArea: ({ street }) => ({
    path: `/api/areas/${street.areaId}/succession`,
    // before the area began: refused for that, once let in
    body: { kind: 'split', onDay: '1990-01-01', toAreaIds: [street.communityId] },
  }),
  changeBaseMap: ({ tableId }) => ({
    path: '/api/base-map',
    body: { fileId: tableId, datum: 'WGS84', attribution: '', approvalNumber: '' },
  }),
  previewAreasImport: preview('/api/areas'),
  importAreas: dryRun('/api/areas'),
  previewAreaBoundariesImport: preview('/api/area-boundaries'),
  importAreaBoundaries: dryRun('/api/area-boundaries'),

  listOrganizations: ({ street }) => ({ path: '/api/organizations?limit=500', shows: street.organizationId }),
  getOrganization: ({ street }) => ({ path: `/api/organizations/${street.organizationId}` }),
  addOrganization: ({ street }) => ({
    path: '/api/organizations',
    body: {
      id: uuidv7(),
      code: fresh(),
      name: '新单位',
      shortName: null,
      kind: 'other',
      parentId: street.organizationId,
      areaId: street.areaId,
      ...validity,
    },
  }),
  changeOrganization: ({ street }) => ({ path: `/api/organizations/${street.organizationId}`, body: STALE }),
  previewOrganizationsImport: preview('/api/organizations'),
  importOrganizations: dryRun('/api/organizations'),

  listUsers: ({ street }) => ({ path: '/api/users?limit=500', shows: street.userId }),
  getUser: ({ street }) => ({ path: `/api/users/${street.userId}` }),
  addUser: ({ street }) => ({
    path: '/api/users',
    body: {
      id: uuidv7(),
      userName: `n.${fresh()}`,
      name: '新用户',
      phone: null,
      organizationId: street.organizationId,
    },
  }),
  changeUser: ({ street }) => ({ path: `/api/users/${street.userId}`, body: STALE }),
  makePasswordLink: ({ street }) => ({ path: `/api/users/${street.userId}/password-link` }),
  listUserSessions: ({ street }) => ({ path: `/api/users/${street.userId}/sessions` }),
  revokeUserSessions: ({ street }) => ({ path: `/api/users/${street.userId}/sessions` }),
  grantRole: ({ street }) => ({
    path: `/api/users/${street.userId}/grants`,
    body: {
      id: uuidv7(),
      role: 'leader',
      organizationId: street.organizationId,
      areaId: null,
      validUntil: null,
    },
  }),
  endGrant: ({ street }) => ({ path: `/api/users/${street.userId}/grants/${street.grantId}` }),
  listRoles: () => ({ path: '/api/roles' }),
  changeRole: () => ({ path: '/api/roles/probe', body: { name: '探针', permissions: [] } }),
  previewUsersImport: preview('/api/users'),
  importUsers: dryRun('/api/users'),

  listSites: ({ street }) => ({ path: '/api/sites?limit=500', shows: street.siteId }),
  countSites: (meeting) => ({ path: `/api/site-counts?text=${textOf(meeting)}`, shows: '"total":1' }),
  listSitePoints: ({ street }) => ({ path: '/api/site-points', shows: street.siteId }),
  exportSites: ({ street }) => ({ path: '/api/sites/export', shows: street.word }),
  getSite: ({ street }) => ({ path: `/api/sites/${street.siteId}` }),
  listSiteHistory: ({ street }) => ({ path: `/api/sites/${street.siteId}/history` }),
  addSite: ({ street, world }) => ({
    path: '/api/sites',
    body: {
      id: uuidv7(),
      code: fresh(),
      name: '新点位',
      typeId: world.siteTypeId,
      address: '',
      position: null,
      holderId: street.organizationId,
      supervisorId: null,
      state: 'active',
    },
  }),
  changeSite: ({ street }) => ({ path: `/api/sites/${street.siteId}`, body: STALE }),
  previewSitesImport: preview('/api/sites'),
  importSites: dryRun('/api/sites'),
  listSiteTypes: ({ world }) => ({ path: '/api/site-types', shows: world.siteTypeId }),
  addSiteType: () => ({
    path: '/api/site-types',
    body: { id: uuidv7(), code: fresh(), name: fresh(), category: '', description: '' },
  }),
  changeSiteType: ({ world }) => ({ path: `/api/site-types/${world.siteTypeId}`, body: STALE }),
  previewSiteTypesImport: preview('/api/site-types'),
  importSiteTypes: dryRun('/api/site-types'),

  getFrameworkTemplate: () => ({ path: '/api/framework-template' }),
  exportFramework: ({ world }) => ({ path: `${draftOf(world)}/export` }),
  listFrameworkFlaws: ({ world }) => ({ path: `${draftOf(world)}/flaws`, shows: world.rulebook.criterionId }),
  listFrameworkDecisions: ({ world }) => ({ path: `${draftOf(world)}/decisions` }),
  previewFrameworkImport: (meeting) => preview(draftOf(meeting.world))(meeting),
  importFramework: (meeting) => dryRun(draftOf(meeting.world))(meeting),
  publishFrameworkVersion: ({ world }) => ({ path: `${draftOf(world)}/publication`, body: STALE }),
  succeedFrameworkVersion: ({ world }) => ({
    path: `${draftOf(world)}/successor`,
    body: { id: uuidv7(), label: fresh(), year: 2027 },
  }),
  listFrameworks: ({ world }) => ({ path: '/api/frameworks', shows: world.rulebook.draftId }),
  addFramework: () => ({
    path: '/api/frameworks',
    body: {
      id: uuidv7(),
      versionId: uuidv7(),
      name: fresh(),
      campaign: 'other',
      label: '草稿',
      year: 2026,
      levelNames: ['标准'],
      start: 'empty',
    },
  }),
  changeFramework: ({ world }) => ({ path: `/api/frameworks/${world.rulebook.frameworkId}`, body: STALE }),
  getFrameworkVersion: ({ world }) => ({ path: draftOf(world) }),
  changeFrameworkVersion: ({ world }) => ({ path: draftOf(world), body: STALE }),
  // published, so that it stays
  removeFrameworkVersion: ({ world }) => ({ path: `/api/framework-versions/${world.rulebook.publishedId}` }),
  withdrawFrameworkVersion: ({ world }) => ({
    path: `${draftOf(world)}/withdrawal`,
    body: { reason: '探针' },
  }),
  listFrameworkHistory: ({ world }) => ({ path: `${draftOf(world)}/history` }),
  compareFrameworkVersions: ({ world }) => ({
    path: `${draftOf(world)}/comparison?with=${world.rulebook.publishedId}`,
  }),
  listFrameworkNodes: ({ world }) => ({ path: `${draftOf(world)}/nodes`, shows: world.rulebook.criterionId }),
  addFrameworkNode: ({ world }) => ({
    path: `${draftOf(world)}/nodes`,
    body: {
      id: uuidv7(),
      parentId: world.rulebook.indicatorId,
      kind: 'criterion',
      code: fresh(),
      text: '新标准',
      points: null,
      role: 'ordinary',
      origin: 'core',
      methods: [],
      rule: null,
      siteTypeIds: [],
      note: '',
    },
  }),
  changeFrameworkNode: ({ world }) => ({
    path: `/api/framework-nodes/${world.rulebook.criterionId}`,
    body: STALE,
  }),
  moveFrameworkNode: ({ world }) => ({
    path: `/api/framework-nodes/${world.rulebook.criterionId}/move`,
    body: { ...STALE, parentId: null, beforeId: null },
  }),
  removeFrameworkNode: ({ world }) => ({
    path: `/api/framework-nodes/${world.rulebook.criterionId}?basedOn=99`,
  }),
  confirmFrameworkNodes: ({ world }) => ({
    path: `${draftOf(world)}/confirmations`,
    body: { nodes: [{ id: world.rulebook.criterionId, basedOn: 99 }], guesses: ['rule'] },
  }),
  weighFramework: ({ world }) => ({
    path: `${draftOf(world)}/weighing`,
    body: { basedOn: 9999, nodeId: null, points: 100, way: 'equally', decimals: 2 },
  }),

  listChecklists: ({ world }) => ({ path: '/api/checklists', shows: world.checklist.id }),
  adoptDefaultChecklists: () => ({ path: '/api/checklists/defaults', body: { addTypes: false } }),
  addChecklist: () => ({
    path: '/api/checklists',
    body: {
      id: uuidv7(),
      versionId: uuidv7(),
      code: fresh(),
      name: fresh(),
      kind: 'standard',
      siteTypeIds: [],
    },
  }),
  getChecklist: ({ world }) => ({ path: `/api/checklists/${world.checklist.id}` }),
  changeChecklist: ({ world }) => ({ path: `/api/checklists/${world.checklist.id}`, body: STALE }),
  getChecklistVersion: ({ world }) => ({ path: `/api/checklist-versions/${world.checklist.draftId}` }),
  saveChecklistDraft: ({ world }) => ({
    path: `/api/checklist-versions/${world.checklist.draftId}`,
    body: { ...STALE, protocol: '', items: [] },
  }),
  // the draft that stands is answered
  draftChecklist: ({ world }) => ({
    path: `/api/checklists/${world.checklist.id}/draft`,
    body: { versionId: uuidv7() },
  }),
  publishChecklistVersion: ({ world }) => ({
    path: `/api/checklist-versions/${world.checklist.draftId}/publication`,
    body: STALE,
  }),
  // drafts here are empty, so that none is published
  publishAllChecklists: () => ({ path: '/api/checklists/publication', body: {} }),
  // published, so that it stays
  removeChecklistDraft: ({ world }) => ({ path: `/api/checklist-versions/${world.checklist.publishedId}` }),
  exportChecklists: ({ world }) => ({ path: `/api/checklists/export?checklistId=${world.checklist.id}` }),
  previewChecklistsImport: preview('/api/checklists'),
  importChecklists: dryRun('/api/checklists'),
  listMappings: ({ world }) => ({ path: `${draftOf(world)}/mappings` }),
  proposeMappings: ({ world }) => ({ path: `${draftOf(world)}/mappings/proposals`, body: {} }),
  decideMappings: ({ world }) => ({
    path: `${draftOf(world)}/mappings/decisions`,
    body: {
      decisions: [
        { itemId: world.checklist.itemId, criterionId: world.rulebook.criterionId, state: 'confirmed' },
      ],
    },
  }),
  getMappingCoverage: ({ world }) => ({
    path: `${draftOf(world)}/mappings/coverage`,
    shows: world.checklist.itemId,
  }),

  listDuties: ({ street }) => ({ path: '/api/duties?limit=500', shows: street.dutyId }),
  getDutyMatrix: ({ world, street }) => ({ path: `${publishedOf(world)}/duties`, shows: street.dutyId }),
  listDutyFlaws: ({ world }) => ({ path: `${publishedOf(world)}/duty-flaws` }),
  findResponsible: ({ street }) => ({ path: `/api/responsible?siteId=${street.siteId}` }),
  getTaskSheet: ({ street, world }) => ({
    path: `/api/organizations/${street.organizationId}/task-sheet?versionId=${world.rulebook.publishedId}`,
    shows: street.criterionId,
  }),
  printTaskSheet: ({ street, world }) => ({
    path: `/api/organizations/${street.organizationId}/task-sheet/document?versionId=${world.rulebook.publishedId}`,
  }),
  printDecomposition: ({ world, street }) => ({
    path: `/api/decomposition/document?versionId=${world.rulebook.publishedId}`,
    shows: street.word,
  }),
  // the office leads it already: refused for that, once let in
  addDuty: ({ street }) => ({
    path: '/api/duties',
    body: {
      id: uuidv7(),
      target: 'criterion',
      siteId: null,
      areaId: null,
      siteTypeId: null,
      category: null,
      criterionId: street.criterionId,
      organizationId: street.organizationId,
      role: 'lead',
      share: null,
      ...validity,
    },
  }),
  changeDuty: ({ street }) => ({ path: `/api/duties/${street.dutyId}`, body: STALE }),
  removeDuty: ({ street }) => ({ path: `/api/duties/${street.dutyId}?basedOn=99` }),
  assignDuties: ({ street, world }) => ({
    path: `${publishedOf(world)}/duties`,
    body: {
      nodeIds: [street.criterionId],
      organizations: [],
      role: 'supporting',
      replace: false,
      ...validity,
    },
  }),
  previewDutiesImport: preview('/api/duties'),
  importDuties: dryRun('/api/duties'),

  listSelfChecks: ({ world }) => ({ path: '/api/self-checks', shows: world.selfCheckId }),
  // due long ago: refused for that, once let in
  openSelfCheck: ({ world }) => ({
    path: '/api/self-checks',
    body: { id: uuidv7(), versionId: world.rulebook.publishedId, name: fresh(), dueOn: '2000-01-01' },
  }),
  changeSelfCheck: ({ world }) => ({ path: `/api/self-checks/${world.selfCheckId}`, body: STALE }),
  getSelfCheckPicture: ({ street, world }) => ({
    path: `/api/self-checks/${world.selfCheckId}/picture`,
    shows: street.organizationId,
  }),
  listSelfCheckTasks: ({ street, world }) => ({
    path: `/api/self-checks/${world.selfCheckId}/tasks?organizationId=${street.organizationId}`,
    shows: street.criterionId,
  }),
  // closed: refused for that, once let in
  answerSelfCheck: ({ street, world }) => ({
    path: `/api/self-checks/${world.selfCheckId}/answers`,
    body: {
      organizationId: street.organizationId,
      criterionId: street.criterionId,
      basedOn: 0,
      standing: 'met',
      reason: '',
      plan: '',
      planOn: null,
    },
  }),
  exportSelfCheck: ({ world }) => ({ path: `/api/self-checks/${world.selfCheckId}/export` }),

  listCases: ({ street }) => ({ path: '/api/cases?limit=500', shows: street.caseId }),
  countCases: () => ({ path: '/api/case-counts' }),
  getCase: ({ street }) => ({ path: `/api/cases/${street.caseId}`, shows: street.caseId }),
  getCasePhoto: ({ street }) => ({ path: `/api/cases/${street.caseId}/photos/${street.casePhotoId}` }),
  getCasePhotoThumbnail: ({ street }) => ({
    path: `/api/cases/${street.caseId}/photos/${street.casePhotoId}/thumbnail`,
  }),
  listUnassignedCases: () => ({ path: '/api/unassigned-cases' }),
  listLikelyOrganizations: ({ street }) => ({ path: `/api/cases/${street.caseId}/likely-organizations` }),
  dispatchCase: ({ street }) => ({
    path: `/api/cases/${street.caseId}/dispatch`,
    body: { ...staleStep(), organizationId: street.organizationId, dueAt: '2026-11-30T00:00:00Z' },
  }),
  dispatchCases: ({ street }) => ({
    path: '/api/case-dispatches',
    body: {
      dueAt: '2026-11-30T00:00:00Z',
      items: [{ id: street.caseId, ...staleStep(), organizationId: street.organizationId }],
    },
  }),
  acceptCase: ({ street }) => ({ path: `/api/cases/${street.caseId}/acceptance`, body: staleStep() }),
  rectifyCase: ({ street }) => ({
    path: `/api/cases/${street.caseId}/rectification`,
    body: { ...staleStep(), photoIds: [] },
  }),
  closeCase: ({ street }) => ({ path: `/api/cases/${street.caseId}/closing`, body: staleStep() }),
  returnCase: ({ street }) => ({ path: `/api/cases/${street.caseId}/return`, body: staleStep() }),
  declineCase: ({ street }) => ({ path: `/api/cases/${street.caseId}/decline`, body: staleStep() }),

  listAssessments: ({ world }) => ({ path: '/api/assessments', shows: world.assessmentId }),
  // without a name that could be kept: refused for that, once let in
  addAssessment: ({ world }) => ({
    path: '/api/assessments',
    body: { id: world.assessmentId, name: fresh(), kind: 'mock', roundIds: [world.scoredRoundId] },
  }),
  changeAssessment: ({ world }) => ({ path: `/api/assessments/${world.assessmentId}`, body: STALE }),
  getScore: ({ world }) => ({
    path: `/api/score?assessmentId=${world.assessmentId}`,
    shows: world.scoredRoundId,
  }),
  getScoreBreakdown: ({ street, world }) => ({
    path: `/api/score/breakdown?by=subdistrict&rounds=${world.scoredRoundId}`,
    shows: street.areaId,
  }),
  listScoreObservations: ({ street, world }) => ({
    path: `/api/score/observations?rounds=${world.scoredRoundId}`,
    shows: street.siteId,
  }),

  listRounds: ({ world }) => ({ path: '/api/rounds', shows: world.roundId }),
  addRound: ({ world }) => ({
    path: '/api/rounds',
    body: {
      id: uuidv7(),
      name: `批次${fresh()}`,
      kind: 'daily',
      versionId: world.rulebook.publishedId,
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      rectifyDays: 3,
      siteTypeIds: [],
    },
  }),
  getRound: ({ world }) => ({ path: `/api/rounds/${world.roundId}` }),
  changeRound: ({ world }) => ({ path: `/api/rounds/${world.roundId}`, body: STALE }),
  publishRound: ({ world }) => ({ path: `/api/rounds/${world.roundId}/publication`, body: STALE }),
  finishRound: ({ world }) => ({ path: `/api/rounds/${world.roundId}/finish`, body: STALE }),
  reopenRound: ({ world }) => ({ path: `/api/rounds/${world.roundId}/reopening`, body: STALE }),
  listRoundSites: ({ world, street }) => ({
    path: `/api/rounds/${world.roundId}/sites`,
    shows: street.siteId,
  }),
  drawRoundSites: ({ world }) => ({
    path: `/api/rounds/${world.roundId}/draws`,
    body: { ...STALE, seed: '1', quotas: [{ siteTypeId: world.siteTypeId, count: 1 }], dryRun: true },
  }),
  replayDraw: ({ world }) => ({ path: `/api/rounds/${world.roundId}/draws/latest` }),
  addRoundSites: ({ world, street }) => ({
    path: `/api/rounds/${world.roundId}/sites`,
    body: { ...STALE, siteIds: [street.siteId] },
  }),
  removeRoundSites: ({ world, street }) => ({
    path: `/api/rounds/${world.roundId}/sites/removal`,
    body: { ...STALE, siteIds: [street.siteId] },
  }),
  listInspectors: () => ({ path: '/api/inspectors' }),
  setRoundTeams: ({ world }) => ({
    path: `/api/rounds/${world.roundId}/teams`,
    body: { ...STALE, teams: [] },
  }),
  assignRoundSites: ({ world }) => ({
    path: `/api/rounds/${world.roundId}/assignments`,
    body: { ...STALE, to: { way: 'evenly' } },
  }),
  listMyAssignments: () => ({ path: '/api/my-assignments' }),
  getAssignment: ({ world, street }) => ({ path: `/api/rounds/${world.roundId}/sites/${street.siteId}` }),
  // the round is over: refused for that, once let in
  submitVisit: (meeting) => ({ path: '/api/visits', body: visitBody(meeting) }),
  submitVisits: (meeting) => ({
    path: '/api/visits/batch',
    body: { visits: [visitBody(meeting)] },
    shows: '旧批次',
  }),
  listVisits: ({ street }) => ({ path: '/api/visits', shows: street.visitId }),
  getVisit: ({ street }) => ({ path: `/api/visits/${street.visitId}` }),
  voidVisit: ({ street }) => ({ path: `/api/visits/${street.visitId}/voiding`, body: { reason: '' } }),
  getVisitPhoto: ({ street }) => ({ path: `/api/visits/${street.visitId}/photos/${street.casePhotoId}` }),
  getVisitPhotoThumbnail: ({ street }) => ({
    path: `/api/visits/${street.visitId}/photos/${street.casePhotoId}/thumbnail`,
  }),
  printHandoverSlip: ({ street }) => ({ path: `/api/visits/${street.visitId}/handover-slip` }),

  listBriefings: ({ world }) => ({ path: '/api/briefings', shows: world.briefingId }),
  proposeBriefing: ({ world }) => ({
    path: '/api/briefings/proposal',
    body: { assessmentId: world.assessmentId },
  }),
  // made already: the first one is answered, once let in
  makeBriefing: ({ world }) => ({
    path: '/api/briefings',
    body: { id: world.briefingId, assessmentId: world.assessmentId },
  }),
  getBriefing: ({ world }) => ({ path: `/api/briefings/${world.briefingId}`, shows: world.figureId }),
  getBriefingDocument: ({ world }) => ({ path: `/api/briefings/${world.briefingId}/document` }),
  getBriefingDetails: ({ world }) => ({ path: `/api/briefings/${world.briefingId}/details` }),
  getFigure: ({ street, world }) => ({ path: `/api/figures/${world.figureId}`, shows: street.caseId }),
  retakeFigure: ({ world }) => ({ path: `/api/figures/${world.figureId}/retaking` }),

  listAuditEntries: () => ({ path: '/api/audit' }),
  verifyAudit: () => ({ path: '/api/audit/verification' }),

  previewObservationSheet: ({ tableId }) => ({
    path: '/api/observation-imports/preview',
    body: { fileId: tableId },
  }),
  importObservations: ({ tableId, world }) => ({
    path: '/api/observation-imports',
    body: {
      roundId: world.scoredRoundId,
      sheets: [{ fileId: tableId }],
      lists: 'problemsOnly',
      dryRun: true,
    },
  }),
  listObservationSheets: ({ world }) => ({ path: `/api/rounds/${world.scoredRoundId}/observation-sheets` }),
}
