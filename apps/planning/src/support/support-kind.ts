import { graphEnum } from '@fivepoint/service';

export const SupportKind = graphEnum('SupportKind', 'What kind of help a rep gets (帮扶方式).', {
  COACHING: 'Somebody practises with the rep (辅导).',
  LEADS: 'The rep gets leads or accounts to work on (线索支持).',
  PRESALES: 'Presales goes along to customers (售前支持).',
  EXECUTIVE: 'An executive opens a door at the customer (高层支持).',
  TRAINING: 'The rep learns a product or a method (培训).',
  OTHER: 'Something else, as the task says (其他).',
});
export type SupportKind = keyof typeof SupportKind;
