import { contains, listOf } from '@fivepoint/service';
import { creditCodeOf } from './credit-code';
import { LegalEntity } from './legal-entity';
import { LegalEntityFilter } from './legal-entity.inputs';

export const LegalEntityList = listOf(LegalEntity, 'legalEntities', {
  filter: LegalEntityFilter,
  where: {
    nameContains: contains('name'),
    creditCode: (query, code) => query.andWhere('e.credit_code = :filter_code', { filter_code: creditCodeOf(code) }),
  },
  orders: {
    NAME: { by: 'name', description: 'Its registered name, in the order of a Chinese dictionary (企业名称).' },
  },
});
