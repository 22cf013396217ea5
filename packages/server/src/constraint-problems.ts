import type { ConstraintProblems } from './platform/http/problem-reply.ts'

/** What a violated constraint means to a person. The database knows the rules too; this is how it says them. */
export const CONSTRAINT_PROBLEMS: ConstraintProblems = {
  area_code_unique: { code: 'duplicate', what: 'areaCode' },
  area_validity: { code: 'validity.reversed', what: 'area' },
  organization_code_unique: { code: 'duplicate', what: 'organizationCode' },
  organization_validity: { code: 'validity.reversed', what: 'organization' },
  site_code_unique: { code: 'duplicate', what: 'siteCode' },
  site_type_code_unique: { code: 'duplicate', what: 'siteTypeCode' },
  site_type_name_unique: { code: 'duplicate', what: 'siteTypeName' },
  role_name_unique: { code: 'duplicate', what: 'role' },
  site_type_known: { code: 'not-found', what: 'siteType' },
  site_holder_known: { code: 'not-found', what: 'organization' },
  site_supervisor_known: { code: 'not-found', what: 'organization' },
  user_name_unique: { code: 'duplicate', what: 'userName' },
  framework_name_unique: { code: 'duplicate', what: 'frameworkName' },
  framework_version_label_unique: { code: 'duplicate', what: 'frameworkVersionLabel' },
  framework_pkey: { code: 'duplicate', what: 'id' },
  framework_version_pkey: { code: 'duplicate', what: 'id' },
  framework_version_made_from: { code: 'in-use', what: 'frameworkVersion' },
  self_check_version: { code: 'in-use', what: 'frameworkVersion' },
  area_pkey: { code: 'duplicate', what: 'id' },
  organization_pkey: { code: 'duplicate', what: 'id' },
  site_pkey: { code: 'duplicate', what: 'id' },
  site_type_pkey: { code: 'duplicate', what: 'id' },
  user_account_pkey: { code: 'duplicate', what: 'id' },
  role_grant_pkey: { code: 'duplicate', what: 'id' },
}
