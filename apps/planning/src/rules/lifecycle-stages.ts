import { graphEnum } from '@fivepoint/service';

export const LifecycleStage = graphEnum(
  'LifecycleStage',
  'Stage of the relationship with an account (关系生命周期阶段).',
  {
    EXPLORATION: 'Nothing was ever ordered (考察期).',
    BUILD_UP: 'It grows, or has just begun (形成期).',
    MATURITY: 'It is steady (稳定期).',
    DECLINE: 'It shrinks, is quiet or drifts away (退化期).',
  },
);
export type LifecycleStage = keyof typeof LifecycleStage;
