"""Overseas Trade Statistics of HM Revenue and Customs, from uktradeinfo: goods by partner and month, in pounds."""

from factcheck.resolvers.live.hmrc.resolver import SERVICE, Hmrc

__all__ = ["SERVICE", "Hmrc"]
