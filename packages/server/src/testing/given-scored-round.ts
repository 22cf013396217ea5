import type { Rule } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { givenBatch, givenRound, givenSite } from './given-round.ts'
import { type GivenVersion, givenVersion } from './given-version.ts'
import type { World } from './given-world.ts'
import type { TestHouse } from './house.ts'

const BANDS: Extract<Rule, { kind: 'countBands' }> = {
  kind: 'countBands',
  bands: [
    { grade: 'A', from: 0, to: 0, share: 1 },
    { grade: 'B', from: 1, to: 1, share: 0.66 },
    { grade: 'C', from: 2, to: 2, share: 0.33 },
    { grade: 'C#', from: 3, to: null, share: 0 },
  ],
}

const hundredths = (count: bigint) => ({ numerator: count, denominator: 100n })

/** A round that was made by hand, so that its score could be worked out by hand. */
export type HandMade = {
  readonly version: GivenVersion
  readonly roundId: string
  readonly otherTypeId: string
  readonly sites: Readonly<Record<'s1' | 's2' | 's3' | 's4' | 't1' | 't2', string>>
  readonly organizations: Readonly<Record<'one' | 'two' | 'three', string>>
}

async function givenOrganization(house: TestHouse, name: string): Promise<string> {
  const id = uuidv7()
  await house.asOwner(
    `insert into organization (city_id, id, code, name, kind, path, valid_from)
     values ($1, $2, $3, $4, 'bureau', array[$2::uuid], '2000-01-01')`,
    [house.city.id, id, id.slice(-12), name],
  )
  return id
}

/**
 * Four sites of one type (two in each street) and one of another type in each; six criteria that give points, a veto item and a gate. One
 * site of the first type is never visited.
 */
export async function givenHandMade(house: TestHouse, world: World): Promise<HandMade> {
  const { city } = house
  const [east, west] = world.streets
  const otherTypeId = uuidv7()
  const first = world.siteTypeId
  await house.asOwner('insert into site_type (city_id, id, code, name) values ($1, $2, $3, $4)', [
    city.id,
    otherTypeId,
    otherTypeId.slice(-12),
    `另类${otherTypeId.slice(-6)}`,
  ])
  const site = (name: string, typeId: string, areaId: string) =>
    givenSite(house, city, { name, typeId, areaId })
  const sites = {
    s1: await site('东一', first, east.communityId),
    s2: await site('东二', first, east.communityId),
    s3: await site('西三', first, west.communityId),
    s4: await site('西四', first, west.communityId),
    t1: await site('东五', otherTypeId, east.communityId),
    t2: await site('西六', otherTypeId, west.communityId),
  }
  const organizations = {
    one: east.organizationId,
    two: await givenOrganization(house, '市城管局'),
    three: await givenOrganization(house, '市市场监管局'),
  }
  const version = await givenVersion(house, city, {
    criteria: [
      { code: 'A', points: 6, siteTypeIds: [first], rule: { kind: 'meanOverSites', of: BANDS } },
      { code: 'B', points: 4, siteTypeIds: [otherTypeId], rule: { kind: 'binary' } },
      {
        code: 'C',
        points: 5,
        siteTypeIds: [first],
        rule: { kind: 'rate', numerator: '达标数', denominator: '应达标数', full: 0.9 },
      },
      { code: 'D', points: 2, siteTypeIds: [otherTypeId], rule: { kind: 'binary' } },
      { code: 'E', points: 3, siteTypeIds: [otherTypeId], rule: { kind: 'binary' } },
      {
        code: 'F',
        points: 2,
        siteTypeIds: [otherTypeId],
        rule: { kind: 'deduction', each: '每发现一处', points: 0.3, cap: 1 },
      },
      { code: 'V', points: 0, role: 'veto', rule: { kind: 'veto', points: null, effect: '取消资格' } },
      {
        code: 'G',
        points: 0,
        role: 'gate',
        rule: {
          kind: 'gate',
          metric: '得分',
          unit: '分',
          direction: 'atLeast',
          bound: 85,
          effect: '不得申报',
        },
      },
    ],
  })
  const firstSites = [sites.s1, sites.s2, sites.s3, sites.s4].map((siteId) => ({ siteId, siteTypeId: first }))
  const otherSites = [sites.t1, sites.t2].map((siteId) => ({ siteId, siteTypeId: otherTypeId }))
  const roundId = await givenRound(house, city, {
    versionId: version.id,
    sites: [...firstSites, ...otherSites],
  })
  const made = { version, roundId, otherTypeId, sites, organizations }
  await givenBatch(house, city, roundId, observationsOf(world, made))
  return made
}

function observationsOf(world: World, { version, otherTypeId, sites, organizations }: HandMade) {
  const [east, west] = world.streets
  const { one, two, three } = organizations
  const at = (siteId: string, street: typeof east, siteTypeId: string) => ({
    siteId,
    districtId: street.districtId,
    subdistrictId: street.areaId,
    areaId: street.communityId,
    siteTypeId,
  })
  const s1 = at(sites.s1, east, world.siteTypeId)
  const s2 = at(sites.s2, east, world.siteTypeId)
  const s3 = at(sites.s3, west, world.siteTypeId)
  const t1 = at(sites.t1, east, otherTypeId)
  const t2 = at(sites.t2, west, otherTypeId)
  const criterion = (code: string) => ({ criterionId: version.criterionIds.get(code) ?? '' })
  const lead = (organizationId: string, share: number | null = null) =>
    ({ organizationId, role: 'lead', share }) as const
  return [
    // A: three of four sites were seen; the second in two observations side by side, together 66 %
    { ...criterion('A'), ...s1, responsible: [lead(one)] },
    { ...criterion('A'), ...s2, alongside: 2, responsible: [lead(one)] },
    {
      ...criterion('A'),
      ...s2,
      alongside: 2,
      share: hundredths(32n),
      violationCount: 1,
      responsible: [lead(one), { organizationId: two, role: 'competent', share: null } as const],
    },
    {
      ...criterion('A'),
      ...s3,
      share: hundredths(0n),
      violationCount: 4,
      note: '门前垃圾未清',
      responsible: [lead(two, 60), lead(three)],
    },
    // B: nobody owns the site that does not conform
    { ...criterion('B'), ...t1 },
    { ...criterion('B'), ...t2, share: hundredths(0n), violationCount: 1 },
    // C: two sites conform, at the third it does not apply, the fourth was not seen
    { ...criterion('C'), ...s1 },
    { ...criterion('C'), ...s2 },
    { ...criterion('C'), ...s3, outcome: 'notApplicable', share: null } as const,
    // E: applies nowhere
    { ...criterion('E'), ...t1, outcome: 'notApplicable', share: null } as const,
    { ...criterion('E'), ...t2, outcome: 'notApplicable', share: null } as const,
    // F: five violations take off 1.5 points, but at most 1
    {
      ...criterion('F'),
      ...t1,
      share: hundredths(50n),
      violationCount: 3,
      responsible: [{ organizationId: one, role: 'supporting', share: 20 } as const, lead(two)],
    },
    {
      ...criterion('F'),
      ...t2,
      share: hundredths(0n),
      violationCount: 2,
      responsible: [lead(one, 100), lead(three, 50)],
    },
    { ...criterion('V'), ...t1, violationCount: 1, share: hundredths(0n) },
    { ...criterion('G'), ...t1, value: 84.5, share: hundredths(0n) },
    // counts for its street and its organization, for no criterion
    {
      placeName: '某小区',
      districtId: west.districtId,
      subdistrictId: west.areaId,
      share: hundredths(50n),
      stakePoints: 1,
      responsible: [lead(one)],
    },
  ]
}
