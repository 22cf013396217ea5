export { type CriterionDuty, carryOverDuties, replaceDutiesOf } from './draft/carry.ts'
export { countDutiesByCriterion, listLeadless } from './draft/queries.ts'
