"""UN Comtrade: what some 200 reporters told the United Nations of their trade, in dollars, with every partner."""

from factcheck.resolvers.live.comtrade.resolver import SERVICE, Comtrade

__all__ = ["SERVICE", "Comtrade"]
