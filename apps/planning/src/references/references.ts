import { entityReference } from '@fivepoint/service';

export const Deal = entityReference('Deal', 'An opportunity on its way to a contract; owned by deal (商机).');
export const Lead = entityReference(
  'Lead',
  'A sign of demand on its way to an opportunity; owned by acquisition (线索).',
);
