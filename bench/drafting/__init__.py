"""
What ``factcheck draft`` proposes for a set of stories, beside what a careful data editor would write.
"""
