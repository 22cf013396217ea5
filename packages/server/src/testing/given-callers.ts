import { createHash, randomBytes } from 'node:crypto'
import type { StartingRole } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { World } from './given-world.ts'
import type { Client, TestCity, TestHouse } from './house.ts'
import { upload } from './import-file.ts'
import { PIXEL } from './pixel.ts'

/** Things that belong to one person: two files and a session. */
export type Belongings = { readonly tableId: string; readonly pictureId: string; readonly sessionId: string }

/** Somebody with one role over one place, and what is theirs. */
export type Caller = { readonly client: Client; readonly belongings: Belongings }

export type Callers = {
  readonly area: Caller
  readonly organization: Caller
  readonly city: Caller
  readonly expired: Caller
}

/** Rows of files whose bytes were stored once, for any owner. */
async function givenFiles(
  house: TestHouse,
  stored: { table: string; picture: string },
  city: TestCity,
  userId: string,
) {
  const [tableId, pictureId] = [uuidv7(), uuidv7()]
  for (const [id, from] of [
    [tableId, stored.table],
    [pictureId, stored.picture],
  ]) {
    await house.asOwner(
      `insert into stored_file (city_id, id, hash, byte_count, media_type, original_name, uploaded_by, uploaded_at)
       select $1, $2, hash, byte_count, media_type, original_name, $3, uploaded_at from stored_file where id = $4`,
      [city.id, id, userId, from],
    )
  }
  return { tableId, pictureId }
}

/** Another session of somebody, for instance to be ended. */
export async function givenSession(house: TestHouse, city: TestCity, userId: string): Promise<string> {
  const id = uuidv7()
  const token_hash = createHash('sha256').update(randomBytes(8)).digest('hex')
  await house.asOwner(
    `insert into user_session (city_id, token_hash, id, user_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [city.id, token_hash, id, userId, house.now, new Date(house.now.getTime() + 3_600_000)],
  )
  return id
}

/** Makes callers of a role over the first street, its office and the whole city of a world, and belongings for anybody. */
export async function callersOf(house: TestHouse, world: World) {
  const admin = await house.administrator()
  const stored = {
    table: await upload(admin, 'table.csv', '编码,名称\nX,某'),
    picture: await upload(admin, 'picture.png', PIXEL),
  }
  const belongingsOf = async (city: TestCity, userId: string): Promise<Belongings> => ({
    ...(await givenFiles(house, stored, city, userId)),
    sessionId: await givenSession(house, city, userId),
  })
  const { areaId, organizationId } = world.streets[0]
  const callersWith = async (role: StartingRole): Promise<Callers> => {
    const caller = async (place: {
      areaId?: string
      organizationId?: string
      validUntil?: string
    }): Promise<Caller> => {
      const client = await house.givenUser({ role, ...place })
      return { client, belongings: await belongingsOf(house.city, client.userId) }
    }
    return {
      area: await caller({ areaId }),
      organization: await caller({ organizationId }),
      city: await caller({}),
      expired: await caller({ validUntil: '2026-11-21' }),
    }
  }
  return { belongingsOf, callersWith }
}
