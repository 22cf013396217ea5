/**
 * Who may do what, where: written by hand, for people to read and for the access tests to hold the house against. It is not derived
 * from the table of permissions, which it checks; an endpoint without a row fails, and so does a row without an endpoint.
 *
 * Roles: A administrator 管理员 · C campaign office 创建办 · I inspector 督查员 · R responsible organization 责任单位 ·
 * V verifier 核查员 · E evidence clerk 材料员 · L leader 领导 · S read-only supervisor 监督. x = let in, . = refused with the
 * permission's name.
 *
 * Those let in, with a grant over one street | over one organization | over the whole city, meet a record (or, where there is none,
 * a file) of their own and one from elsewhere: another street, another organization, another city.
 *   ok     answered           404  not found, like a record that does not exist
 *   hides  answered without   403  refused as out of scope: a new record, or something that concerns the whole city
 */
export const ACCESS_MATRIX = `
                                                                area        organization  city
operation                     needs                A C I R V E L S  own  other  own  other    own  other
signIn                        public              x x x x x x x x  ok   ok     ok   ok       ok   ok
getSetUp                      public              x x x x x x x x  ok   ok     ok   ok       ok   ok
setUpCity                     public              x x x x x x x x  ok   ok     ok   ok       ok   ok
setPasswordByLink             public              x x x x x x x x  ok   ok     ok   ok       ok   ok

getSession                    signedIn            x x x x x x x x  ok   hides  ok   hides    ok   hides
signOut                       signedIn            x x x x x x x x  ok   ok     ok   ok       ok   ok
listMySessions                signedIn            x x x x x x x x  ok   hides  ok   hides    ok   hides
revokeMySession               signedIn            x x x x x x x x  ok   404    ok   404      ok   404
changeMyPassword              signedIn            x x x x x x x x  ok   ok     ok   ok       ok   ok
changeMyLocale                signedIn            x x x x x x x x  ok   ok     ok   ok       ok   ok
getWorkbench                  signedIn            x x x x x x x x  ok   hides  ok   hides    ok   hides
search                        signedIn            x x x x x x x x  ok   hides  ok   hides    ok   hides
getBaseMap                    signedIn            x x x x x x x x  ok   hides  ok   hides    ok   hides

getFile                       signedIn            x x x x x x x x  ok   404    ok   404      ok   404
getFileThumbnail              signedIn            x x x x x x x x  ok   404    ok   404      ok   404
uploadFile                    file.add            x x x x x x . .  ok   ok     ok   ok       ok   ok

getCity                       city.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
changeCity                    city.edit           x . . . . . . .  403  403    403  403      ok   ok

listAreas                     area.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
getArea                       area.read           x x x x x x x x  ok   404    ok   404      ok   404
getAreaAt                     area.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
listAreaBoundaries            area.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
addArea                       area.edit           x x . . . . . .  ok   403    403  403      ok   404
changeArea                    area.edit           x x . . . . . .  ok   404    403  404      ok   404
succeedArea                   area.edit           x x . . . . . .  ok   404    403  404      ok   404
changeBaseMap                 area.import         x x . . . . . .  403  404    403  404      ok   404
previewAreasImport            area.import         x x . . . . . .  ok   404    ok   404      ok   404
importAreas                   area.import         x x . . . . . .  ok   404    ok   404      ok   404
previewAreaBoundariesImport   area.import         x x . . . . . .  ok   404    ok   404      ok   404
importAreaBoundaries          area.import         x x . . . . . .  ok   404    ok   404      ok   404

listOrganizations             organization.read   x x x x x x x x  ok   hides  ok   hides    ok   hides
getOrganization               organization.read   x x x x x x x x  ok   404    ok   404      ok   404
addOrganization               organization.edit   x x . . . . . .  ok   403    ok   403      ok   404
changeOrganization            organization.edit   x x . . . . . .  ok   404    ok   404      ok   404
previewOrganizationsImport    organization.import x x . . . . . .  ok   404    ok   404      ok   404
importOrganizations           organization.import x x . . . . . .  ok   404    ok   404      ok   404

listUsers                     user.read           x x . . . . . x  ok   hides  ok   hides    ok   hides
getUser                       user.read           x x . . . . . x  ok   404    ok   404      ok   404
addUser                       user.edit           x . . . . . . .  ok   403    ok   403      ok   404
changeUser                    user.edit           x . . . . . . .  ok   404    ok   404      ok   404
makePasswordLink              user.edit           x . . . . . . .  ok   404    ok   404      ok   404
listUserSessions              user.edit           x . . . . . . .  ok   404    ok   404      ok   404
revokeUserSessions            user.edit           x . . . . . . .  ok   404    ok   404      ok   404
grantRole                     user.grant          x . . . . . . .  ok   404    ok   404      ok   404
endGrant                      user.grant          x . . . . . . .  ok   404    ok   404      ok   404
listRoles                     user.read           x x . . . . . x  ok   hides  ok   hides    ok   hides
changeRole                    user.grant          x . . . . . . .  403  403    403  403      ok   ok
previewUsersImport            user.import         x . . . . . . .  ok   404    ok   404      ok   404
importUsers                   user.import         x . . . . . . .  ok   404    ok   404      ok   404

listSites                     site.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
countSites                    site.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
listSitePoints                site.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
exportSites                   site.read           x x x x x x x x  ok   hides  ok   hides    ok   hides
getSite                       site.read           x x x x x x x x  ok   404    ok   404      ok   404
listSiteHistory               site.read           x x x x x x x x  ok   404    ok   404      ok   404
addSite                       site.edit           x x . x . . . .  ok   403    ok   403      ok   404
changeSite                    site.edit           x x . x . . . .  ok   404    ok   404      ok   404
previewSitesImport            site.import         x x . . . . . .  ok   404    ok   404      ok   404
importSites                   site.import         x x . . . . . .  ok   404    ok   404      ok   404
listSiteTypes                 site.read           x x x x x x x x  ok   ok     ok   ok       ok   hides
addSiteType                   siteType.edit       x x . . . . . .  403  403    403  403      ok   ok
changeSiteType                siteType.edit       x x . . . . . .  403  403    403  403      ok   404
previewSiteTypesImport        siteType.edit       x x . . . . . .  ok   404    ok   404      ok   404
importSiteTypes               siteType.edit       x x . . . . . .  ok   404    ok   404      ok   404

listFrameworks                framework.read      x x x x x x x x  ok   ok     ok   ok       ok   hides
getFrameworkVersion           framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
listFrameworkHistory          framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
compareFrameworkVersions      framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
listFrameworkNodes            framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
addFramework                  framework.edit      x x . . . . . .  403  403    403  403      ok   ok
changeFramework               framework.edit      x x . . . . . .  403  403    403  403      ok   404
changeFrameworkVersion        framework.edit      x x . . . . . .  403  403    403  403      ok   404
removeFrameworkVersion        framework.edit      x x . . . . . .  403  403    403  403      ok   404
withdrawFrameworkVersion      framework.edit      x x . . . . . .  403  403    403  403      ok   404
addFrameworkNode              framework.edit      x x . . . . . .  403  403    403  403      ok   404
changeFrameworkNode           framework.edit      x x . . . . . .  403  403    403  403      ok   404
moveFrameworkNode             framework.edit      x x . . . . . .  403  403    403  403      ok   404
removeFrameworkNode           framework.edit      x x . . . . . .  403  403    403  403      ok   404
confirmFrameworkNodes         framework.edit      x x . . . . . .  403  403    403  403      ok   404
weighFramework                framework.edit      x x . . . . . .  403  403    403  403      ok   404
getFrameworkTemplate          framework.read      x x x x x x x x  ok   ok     ok   ok       ok   ok
exportFramework               framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
listFrameworkFlaws            framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
listFrameworkDecisions        framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
previewFrameworkImport        framework.edit      x x . . . . . .  403  403    403  403      ok   404
importFramework               framework.edit      x x . . . . . .  403  403    403  403      ok   404
publishFrameworkVersion       framework.edit      x x . . . . . .  403  403    403  403      ok   404
succeedFrameworkVersion       framework.edit      x x . . . . . .  403  403    403  403      ok   404

listChecklists                checklist.read      x x x x x x x x  ok   ok     ok   ok       ok   hides
getChecklist                  checklist.read      x x x x x x x x  ok   ok     ok   ok       ok   404
getChecklistVersion           checklist.read      x x x x x x x x  ok   ok     ok   ok       ok   404
exportChecklists              checklist.read      x x x x x x x x  ok   ok     ok   ok       ok   404
adoptDefaultChecklists        checklist.edit      x x . . . . . .  403  403    403  403      ok   ok
addChecklist                  checklist.edit      x x . . . . . .  403  403    403  403      ok   ok
changeChecklist               checklist.edit      x x . . . . . .  403  403    403  403      ok   404
saveChecklistDraft            checklist.edit      x x . . . . . .  403  403    403  403      ok   404
draftChecklist                checklist.edit      x x . . . . . .  403  403    403  403      ok   404
publishChecklistVersion       checklist.edit      x x . . . . . .  403  403    403  403      ok   404
publishAllChecklists          checklist.edit      x x . . . . . .  403  403    403  403      ok   ok
removeChecklistDraft          checklist.edit      x x . . . . . .  403  403    403  403      ok   404
previewChecklistsImport       checklist.edit      x x . . . . . .  ok   404    ok   404      ok   404
importChecklists              checklist.edit      x x . . . . . .  ok   404    ok   404      ok   404
listMappings                  framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
getMappingCoverage            framework.read      x x x x x x x x  ok   ok     ok   ok       ok   404
proposeMappings               framework.edit      x x . . . . . .  403  403    403  403      ok   404
decideMappings                framework.edit      x x . . . . . .  403  403    403  403      ok   404

listDuties                    duty.read           x x x x x x x x  ok   ok     ok   ok       ok   hides
getDutyMatrix                 duty.read           x x x x x x x x  ok   ok     ok   ok       ok   404
listDutyFlaws                 duty.read           x x x x x x x x  ok   ok     ok   ok       ok   404
findResponsible               duty.read           x x x x x x x x  ok   404    ok   404      ok   404
getTaskSheet                  duty.read           x x x x x x x x  ok   ok     ok   ok       ok   404
printTaskSheet                duty.read           x x x x x x x x  ok   ok     ok   ok       ok   404
printDecomposition            duty.read           x x x x x x x x  ok   ok     ok   ok       ok   404
addDuty                       duty.edit           x x . . . . . .  403  403    403  403      ok   404
changeDuty                    duty.edit           x x . . . . . .  403  403    403  403      ok   404
removeDuty                    duty.edit           x x . . . . . .  403  403    403  403      ok   404
assignDuties                  duty.edit           x x . . . . . .  403  403    403  403      ok   404
previewDutiesImport           duty.edit           x x . . . . . .  ok   404    ok   404      ok   404
importDuties                  duty.edit           x x . . . . . .  403  404    403  404      ok   404

listSelfChecks                selfCheck.read      x x x x x x x x  ok   ok     ok   ok       ok   hides
openSelfCheck                 selfCheck.open      x x . . . . . .  403  403    403  403      ok   404
changeSelfCheck               selfCheck.open      x x . . . . . .  403  403    403  403      ok   404
getSelfCheckPicture           selfCheck.read      x x x x x x x x  ok   hides  ok   hides    ok   404
listSelfCheckTasks            selfCheck.read      x x x x x x x x  ok   404    ok   404      ok   404
answerSelfCheck               selfCheck.answer    x x . x . x . .  ok   404    ok   404      ok   404
exportSelfCheck               selfCheck.read      x x x x x x x x  ok   hides  ok   hides    ok   404

listCases                     case.read          x x x x x x x x  ok   hides  ok   hides    ok   hides
countCases                    case.read          x x x x x x x x  ok   hides  ok   hides    ok   hides
getCase                       case.read          x x x x x x x x  ok   404    ok   404      ok   404
getCasePhoto                  case.read          x x x x x x x x  ok   404    ok   404      ok   404
getCasePhotoThumbnail         case.read          x x x x x x x x  ok   404    ok   404      ok   404
listUnassignedCases           case.dispatch      x x . . . . . .  ok   hides  ok   hides    ok   hides
listLikelyOrganizations       case.dispatch      x x . . . . . .  ok   404    ok   404      ok   404
dispatchCase                  case.dispatch      x x . . . . . .  ok   404    ok   404      ok   404
dispatchCases                 case.dispatch      x x . . . . . .  ok   hides  ok   hides    ok   hides
acceptCase                    case.handle        x . . x . . . .  ok   404    ok   404      ok   404
rectifyCase                   case.handle        x . . x . . . .  ok   404    ok   404      ok   404
declineCase                   case.handle        x . . x . . . .  ok   404    ok   404      ok   404
closeCase                     case.verify        x x . . x . . .  ok   404    ok   404      ok   404
returnCase                    case.verify        x x . . x . . .  ok   404    ok   404      ok   404

listAssessments               score.read          x x x x x x x x  ok   ok     ok   ok       ok   hides
addAssessment                 assessment.edit     x x . . . . . .  403  403    403  403      ok   404
changeAssessment              assessment.edit     x x . . . . . .  403  403    403  403      ok   404
getScore                      score.read          x x x x x x x x  ok   ok     ok   ok       ok   404
getScoreBreakdown             score.read          x x x x x x x x  ok   hides  ok   hides    ok   404
listScoreObservations         score.read          x x x x x x x x  ok   hides  ok   hides    ok   404

listRounds                    round.read         x x x . x . x x  ok   ok     ok   ok       ok   hides
getRound                      round.read         x x x . x . x x  ok   ok     ok   ok       ok   404
addRound                      round.plan         x x . . . . . .  403  403    403  403      ok   404
changeRound                   round.plan         x x . . . . . .  403  403    403  403      ok   404
publishRound                  round.plan         x x . . . . . .  403  403    403  403      ok   404
finishRound                   round.plan         x x . . . . . .  403  403    403  403      ok   404
reopenRound                   round.plan         x x . . . . . .  403  403    403  403      ok   404
listRoundSites                round.read         x x x . x . x x  ok   hides  ok   hides    ok   404
drawRoundSites                round.plan         x x . . . . . .  403  403    403  403      ok   404
addRoundSites                 round.plan         x x . . . . . .  403  403    403  403      ok   404
removeRoundSites              round.plan         x x . . . . . .  403  403    403  403      ok   404
setRoundTeams                 round.plan         x x . . . . . .  403  403    403  403      ok   404
assignRoundSites              round.plan         x x . . . . . .  403  403    403  403      ok   404
replayDraw                    round.read         x x x . x . x x  ok   ok     ok   ok       ok   404
listInspectors                round.plan         x x . . . . . .  ok   ok     ok   ok       ok   hides
listMyAssignments             visit.record       x x x . . . . .  ok   hides  ok   hides    ok   hides
getAssignment                 round.read         x x x . x . x x  ok   404    ok   404      ok   404
submitVisit                   visit.record       x x x . . . . .  ok   404    ok   404      ok   404
submitVisits                  visit.record       x x x . . . . .  ok   hides  ok   hides    ok   hides
listVisits                    round.read         x x x . x . x x  ok   hides  ok   hides    ok   hides
getVisit                      round.read         x x x . x . x x  ok   404    ok   404      ok   404
voidVisit                     visit.record       x x x . . . . .  ok   404    ok   404      ok   404
getVisitPhoto                 round.read         x x x . x . x x  ok   404    ok   404      ok   404
getVisitPhotoThumbnail        round.read         x x x . x . x x  ok   404    ok   404      ok   404
printHandoverSlip             round.read         x x x . x . x x  ok   404    ok   404      ok   404

listBriefings                 briefing.read       x x . . x . x x  ok   ok     ok   ok       ok   hides
proposeBriefing               briefing.make       x x . . . . . .  403  403    403  403      ok   404
makeBriefing                  briefing.make       x x . . . . . .  403  403    403  403      ok   404
getBriefing                   briefing.read       x x . . x . x x  ok   ok     ok   ok       ok   404
getBriefingDocument           briefing.read       x x . . x . x x  ok   ok     ok   ok       ok   404
getBriefingDetails            briefing.read       x x . . x . x x  ok   ok     ok   ok       ok   404
getFigure                     briefing.read       x x . . x . x x  ok   hides  ok   hides    ok   404
retakeFigure                  briefing.read       x x . . x . x x  ok   ok     ok   ok       ok   404

listAuditEntries              audit.read          x x . . . . . x  403  403    403  403      ok   hides
verifyAudit                   audit.read          x x . . . . . x  403  403    403  403      ok   hides

previewObservationSheet       observation.import x x . . . . . .  403  403    403  403      ok   404
importObservations            observation.import x x . . . . . .  403  403    403  403      ok   404
listObservationSheets         observation.import x x . . . . . .  403  403    403  403      ok   404
`
