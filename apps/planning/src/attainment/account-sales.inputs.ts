import { LocalDateScalar, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Narrows what was signed; all given conditions must hold (筛选).' })
export class BookedFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Signed on this day or later (签约日起).' })
  signedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Signed on this day or earlier (签约日止).' })
  signedTo?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;
}

@InputType({ description: 'Narrows what was paid; all given conditions must hold (筛选).' })
export class CollectedFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Received on this day or later (到账日起).' })
  receivedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Received on this day or earlier (到账日止).' })
  receivedTo?: string | null;
}
